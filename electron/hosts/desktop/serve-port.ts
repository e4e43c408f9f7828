import type { AnyRouter } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import type { SupportedMessagePort } from '@orpc/client/message-port'
import type { CallContext } from '#core/registration.ts'
import { servingOptions } from '../calls/serving.ts'

/** Answers the calls that come in by one port each; when a port closes, work asked for through it is cancelled. */
export function portServer(router: AnyRouter, context: CallContext): (port: SupportedMessagePort) => void {
  const handler = new RPCHandler<CallContext>(router, servingOptions())
  return (port) => handler.upgrade(port, { context })
}
