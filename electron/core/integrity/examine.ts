import { on } from 'node:events'
import type { Progress } from '#shared/contract/procedure.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { RefusalParams } from '#shared/model/refusal.ts'
import { startThread } from '../start-thread.ts'
import type { IntegrityProblem } from './problem.ts'
import type { VerifyPlace } from './verify-steps.ts'

/**
 * 'copy' copies a register as it stands at one instant and examines the copy; 'check' examines a file that nobody else
 * uses; 'verify' examines the open register, its totals, traces and archives included, and changes nothing.
 */
export type ExamineTask =
  | { task: 'copy'; source: string; target: string }
  | { task: 'check'; file: string }
  | { task: 'verify'; place: VerifyPlace }

export type ExamineMessage =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'done'; problems: IntegrityProblem[] }
  | { kind: 'refused'; code: string; params: RefusalParams }

/**
 * Examines a database in a thread of its own, because it may take minutes and the screens must go on. Stopping to read
 * ends the thread.
 * @returns what is wrong; nothing when all is well
 */
export async function* examine(task: ExamineTask): AsyncGenerator<Progress, IntegrityProblem[], void> {
  const worker = startThread(import.meta.url, 'examine-worker', { workerData: task })
  // Where nobody reads any more, what still goes wrong in the thread is nobody's concern, least of all the program's end.
  worker.on('error', () => undefined)
  try {
    for await (const [message] of on(worker, 'message', { close: ['exit'] }) as AsyncIterable<[ExamineMessage]>) {
      if (message.kind === 'done') return message.problems
      if (message.kind === 'refused') throw new Refusal(message.code, message.params)
      yield message.progress
    }
    throw new Error('the examining thread ended without an answer')
  } finally {
    await worker.terminate()
  }
}
