import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { NestedClient } from '@orpc/client'
import type { AnyRouter } from '@orpc/server'
import type { CallContext } from '#core/registration.ts'
import { startBrowserHost } from '#hosts/browser/browser-host.ts'
import { portServer } from '#hosts/desktop/serve-port.ts'
import { carriedFileSerializer } from '#shared/transport/carried-file.ts'

export interface Served<T> { client: T; close: () => Promise<void> }
type Serve = <T extends NestedClient<Record<never, never>>>(router: AnyRouter, context: CallContext) => Promise<Served<T>>

/** The two ways from page to core, each with the host's own code on the far side. */
export const transports: readonly { name: string; serveTo: Serve }[] = [
  { name: 'desktop host (message port)', serveTo: overPort },
  { name: 'browser host (HTTP)', serveTo: overHttp },
]

async function overPort<T extends NestedClient<Record<never, never>>>(router: AnyRouter, context: CallContext): Promise<Served<T>> {
  const { port1, port2 } = new MessageChannel()
  portServer(router, context)(port1)
  port1.start()
  port2.start()
  const client = createORPCClient<T>(new PortLink({ port: port2, customJsonSerializers: [carriedFileSerializer] }))
  return { client, close: async () => { port2.close() } }
}

async function overHttp<T extends NestedClient<Record<never, never>>>(router: AnyRouter, context: CallContext): Promise<Served<T>> {
  const host = await startBrowserHost({ router, context, pageFolder: '/nowhere', tokenLife: 60_000 })
  const cookie = await openSession(host.url)
  const origin = new URL(host.url).origin
  const link = new FetchLink({ url: `${origin}/rpc`, headers: { origin, cookie }, customJsonSerializers: [carriedFileSerializer] })
  return { client: createORPCClient<T>(link), close: () => host.close() }
}

/** What the page does with the address's fragment; answers the cookie a browser would keep. */
export async function openSession(url: string): Promise<string> {
  const { origin, hash } = new URL(url)
  const token = new URLSearchParams(hash.slice(1)).get('token')
  const response = await fetch(`${origin}/session`, { method: 'POST', headers: { origin, 'content-type': 'application/json' }, body: JSON.stringify({ token }) })
  if (response.status !== 204) throw new Error(`no session: ${response.status}`)
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}
