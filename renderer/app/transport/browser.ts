import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractClient } from '#shared/contract/index.ts'
import { browserPaths } from '#shared/browser/paths.ts'
import { LookedAtYear } from '#renderer/app/year/looked-at.ts'
import { carriedFileSerializer } from '#shared/transport/carried-file.ts'
import { NotConnected } from './connection.ts'
import type { Connection } from './connection.ts'
import { Loss } from './loss.ts'
import { stayPresent } from './presence.ts'
import { noticingRefusals } from './session-refusals.ts'
import { beginSession } from './session.ts'

/** Speaks with the program over HTTP on this computer. */
export async function connectBrowser(): Promise<Connection> {
  await beginSession()
  const loss = new Loss()
  await stayPresent(loss)
  const lookedAt = new LookedAtYear()
  const link = new RPCLink({
    headers: (_options, path) => lookedAt.headersFor(path),
    url: new URL(browserPaths.calls, location.origin),
    fetch: (request, init, _options, path, input) => watched(request, { ...init, keepalive: outlivesPage(path, input) }, loss),
    customJsonSerializers: [carriedFileSerializer],
    interceptors: [noticingRefusals],
  })
  const client: ContractClient = createORPCClient(link)
  return { client, host: 'browser', lookAt: (year) => { lookedAt.year = year }, onDisconnect: (callback) => loss.onDisconnect(callback) }
}

/** Bytes. The browser grants a page 64 KiB for calls that outlive it, and refuses what is above that. */
const longestOutliving = 16_384

/**
 * What a person has just chosen is kept even where the page is left or loaded again in the same moment. No other call
 * may go on without its page.
 */
const outlivesPage = (path: readonly string[], input: unknown): boolean =>
  path.join('.') === 'system.setPreference' && new Blob([JSON.stringify(input)]).size <= longestOutliving

/** A call that finds the session over tells the whole page, not only the one who called. */
async function watched(request: Request, init: RequestInit, loss: Loss): Promise<Response> {
  const response = await fetch(request, { ...init, credentials: 'same-origin' })
  if (response.status !== 401) return response
  loss.happen('session-ended')
  throw new NotConnected('session-ended')
}
