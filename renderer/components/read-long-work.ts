import type { Progress } from '#shared/contract/procedure.ts'

export type LongWorkOutcome<T> = { readonly stopped: false; readonly value: T } | { readonly stopped: true }

/** Reads long work to its end. Ceasing to read, which an aborted signal brings about, cancels the work in core. */
export async function readLongWork<T>(work: AsyncIterator<Progress, T, void>, signal: AbortSignal, report: (progress: Progress) => void): Promise<LongWorkOutcome<T>> {
  for (;;) {
    const step = await work.next()
    if (step.done === true) return { stopped: false, value: step.value }
    if (signal.aborted) {
      await work.return?.()
      return { stopped: true }
    }
    report(step.value)
  }
}
