import type { CoreOrder, CoreReport } from '#shared/desktop/core-messages.ts'
import type { PrintPage } from '../printing/paper-printer.ts'

export interface PrintOrders {
  take: (report: Extract<CoreReport, { kind: 'print' | 'stop-printing' }>) => void
  /** The core is gone; nobody waits for any page. */
  stopAll: () => void
}

/** Prints what the core asks for and answers it; several pages at a time, each until it is done or no longer wanted. */
export function printOrders(print: PrintPage, answer: (message: CoreOrder) => void): PrintOrders {
  const running = new Map<string, AbortController>()
  const begin = async (id: string, html: string): Promise<void> => {
    const stop = new AbortController()
    running.set(id, stop)
    try {
      const pdf = await print(html, stop.signal)
      if (!stop.signal.aborted) answer({ kind: 'printed', id, pdf })
    } catch (error) {
      if (stop.signal.aborted) return
      console.error(error)
      answer({ kind: 'not-printed', id })
    } finally {
      running.delete(id)
    }
  }
  return {
    take: (report) => {
      if (report.kind === 'print') void begin(report.id, report.html)
      else running.get(report.id)?.abort()
    },
    stopAll: () => {
      for (const stop of running.values()) stop.abort()
    },
  }
}
