import { randomUUID } from 'node:crypto'
import type { Printer } from '#core/reports/paper/printer.ts'
import { coreOrderSchema } from '#shared/desktop/core-messages.ts'
import type { CoreReport } from '#shared/desktop/core-messages.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { ParentPort } from './parent-port.ts'

/** Has the main process print, which alone has windows. Its answers come by the same port as its orders. */
export function mainPrinter(parent: ParentPort): Printer {
  const waiting = new Map<string, PromiseWithResolvers<Uint8Array>>()
  const tell = (message: CoreReport): void => parent.postMessage(message)
  parent.on('message', ({ data }) => {
    const order = coreOrderSchema.safeParse(data).data
    if (order?.kind === 'printed') waiting.get(order.id)?.resolve(order.pdf)
    if (order?.kind === 'not-printed') waiting.get(order.id)?.reject(new Refusal('report.print-failed'))
  })
  return async (html, { signal }) => {
    signal.throwIfAborted()
    const id = randomUUID()
    const answer = Promise.withResolvers<Uint8Array>()
    const stop = (): void => {
      tell({ kind: 'stop-printing', id })
      answer.reject(signal.reason)
    }
    waiting.set(id, answer)
    signal.addEventListener('abort', stop)
    try {
      tell({ kind: 'print', id, html })
      return await answer.promise
    } finally {
      signal.removeEventListener('abort', stop)
      waiting.delete(id)
    }
  }
}
