import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import type { Progress } from '#shared/contract/procedure.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { RefusalParams } from '#shared/model/refusal.ts'
import { startThread } from '../../start-thread.ts'
import type { FormProperties } from './package-parts.ts'
import type { PlaceholderNames, Placeholders } from './placeholders.ts'
import { formHeapMb } from './template-limits.ts'
import { unusable } from './unusable-form.ts'

export type FormTask =
  | { readonly kind: 'inspect'; readonly bytes: Uint8Array; readonly names: PlaceholderNames }
  | { readonly kind: 'fill'; readonly bytes: Uint8Array; readonly values: Placeholders; readonly empty: PlaceholderNames; readonly properties: FormProperties }

export type FormAnswer =
  | { readonly kind: 'inspected'; readonly placeholders: readonly string[] }
  | { readonly kind: 'filled'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'refused'; readonly code: string; readonly params: RefusalParams; readonly field: string | undefined }

/** Milliseconds between two signs of life, which is how soon the reader can stop the work. */
const heartbeat = 250

/**
 * Takes a Word file of somebody else apart, or fills it, in a thread that may die alone.
 * @throws Refusal `form.…`
 */
export async function* formInThread(task: FormTask): AsyncGenerator<Progress, Exclude<FormAnswer, { kind: 'refused' }>, void> {
  const worker = startThread(import.meta.url, 'form-worker', { workerData: task, resourceLimits: { maxOldGenerationSizeMb: formHeapMb }, env: {} })
  try {
    const answer = answerOf(worker)
    for (;;) {
      const heard = await Promise.race([answer, setTimeout(heartbeat, undefined, { ref: false })])
      if (heard?.kind === 'refused') throw new Refusal(heard.code, heard.params, heard.field)
      if (heard !== undefined) return heard
      yield { done: 0, total: 1, stage: task.kind === 'fill' ? 'write-file' : 'check-form' }
    }
  } finally {
    await worker.terminate()
  }
}

async function answerOf(worker: Worker): Promise<FormAnswer> {
  // Of no effect after the answer; before it the thread died without a word.
  const ended = async (): Promise<never> => {
    await once(worker, 'exit')
    throw unusable('too-complex')
  }
  try {
    const [answer] = await Promise.race([once(worker, 'message') as Promise<[FormAnswer]>, ended()])
    return answer
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? unusable('too-complex') : error
  }
}
