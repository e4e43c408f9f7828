import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractClient } from '#shared/contract/index.ts'
import { PORT_GIVEN, PORT_WANTED } from '#shared/desktop/port-handover.ts'
import { LookedAtYear } from '#renderer/app/year/looked-at.ts'
import { carriedFileSerializer } from '#shared/transport/carried-file.ts'
import type { Connection } from './connection.ts'
import { Loss } from './loss.ts'
import { noticingRefusals } from './session-refusals.ts'

/** Speaks with the core's process over the one port the preload script hands out. */
export async function connectDesktop(page: Window): Promise<Connection> {
  const port = await askForPort(page)
  const loss = new Loss()
  port.addEventListener('close', () => loss.happen('program-ended'))
  const lookedAt = new LookedAtYear()
  const client: ContractClient = createORPCClient(new RPCLink({ port, headers: (_options, path) => lookedAt.headersFor(path), customJsonSerializers: [carriedFileSerializer], interceptors: [noticingRefusals] }))
  port.start()
  return { client, host: 'desktop', lookAt: (year) => { lookedAt.year = year }, onDisconnect: (callback) => loss.onDisconnect(callback) }
}

/** Only a message from this very window, sent by the preload script in it, is taken. */
function askForPort(page: Window): Promise<MessagePort> {
  return new Promise((resolve) => {
    const take = (event: MessageEvent): void => {
      const [port] = event.ports
      if (event.source !== page || event.origin !== page.origin || event.data !== PORT_GIVEN || port === undefined) return
      page.removeEventListener('message', take)
      resolve(port)
    }
    page.addEventListener('message', take)
    page.postMessage(PORT_WANTED, page.origin)
  })
}
