import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import type { Progress } from '#shared/contract/procedure.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { RefusalParams } from '#shared/model/refusal.ts'
import { startThread } from '../start-thread.ts'
import type { AnnualReport } from './annual-report-model.ts'
import type { Paper } from './paper/paper.ts'

/** A paper in one of its forms, or the printed risk list with its sheets. */
export type ReportTask = { readonly paper: Paper; readonly format: 'docx' | 'xlsx' | 'html' } | { readonly riskList: AnnualReport }

export type ReportAnswer =
  | { readonly kind: 'done'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'refused'; readonly code: string; readonly params: RefusalParams }

/** Milliseconds between two signs of life, which is how soon the reader can stop the work. */
export const heartbeat = 250

/**
 * Writes a report in a thread of its own: laying out thousands of rows takes seconds in which the screens must go on.
 * Stopping to read ends the thread.
 * @throws Refusal `report.doesNotFoot`
 */
export async function* buildInThread(task: ReportTask): AsyncGenerator<Progress, Uint8Array<ArrayBuffer>, void> {
  const worker = startThread(import.meta.url, 'report-worker', { workerData: task })
  try {
    const answer = answerOf(worker)
    for (;;) {
      const heard = await Promise.race([answer, setTimeout(heartbeat, undefined, { ref: false })])
      if (heard?.kind === 'refused') throw new Refusal(heard.code, heard.params)
      if (heard !== undefined) return heard.bytes
      yield { done: 0, total: 1, stage: 'write-file' }
    }
  } finally {
    await worker.terminate()
  }
}

async function answerOf(worker: Worker): Promise<ReportAnswer> {
  const ended = async (): Promise<never> => {
    await once(worker, 'exit')
    throw new Error('the writing thread ended without an answer')
  }
  const [answer] = await Promise.race([once(worker, 'message') as Promise<[ReportAnswer]>, ended()])
  return answer
}
