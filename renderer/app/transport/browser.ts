import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractClient } from '#shared/contract/index.ts'
import { browserPaths } from '#shared/browser/paths.ts'
import { carriedFileSerializer } from '#shared/transport/carried-file.ts'
import { NotConnected } from './connection.ts'
import type { Connection } from './connection.ts'
import { Loss } from './loss.ts'
import { stayPresent } from './presence.ts'
import { beginSession } from './session.ts'

/** Speaks with the program over HTTP on this computer. */
export async function connectBrowser(): Promise<Connection> {
  await beginSession()
  const loss = new Loss()
  await stayPresent(loss)
  const link = new RPCLink({
    url: new URL(browserPaths.calls, location.origin),
    fetch: (request, init) => watched(request, init, loss),
    customJsonSerializers: [carriedFileSerializer],
  })
  const client: ContractClient = createORPCClient(link)
  return { client, host: 'browser', onDisconnect: (callback) => loss.onDisconnect(callback) }
}

/** A call that finds the session over tells the whole page, not only the one who called. */
async function watched(request: Request, init: RequestInit, loss: Loss): Promise<Response> {
  const response = await fetch(request, { ...init, credentials: 'same-origin' })
  if (response.status !== 401) return response
  loss.happen('session-ended')
  throw new NotConnected('session-ended')
}
