import { failureOf } from '#renderer/app/failure.ts'
import type { UndoEntry } from '#renderer/components/grid/undo-stack.ts'
import type { Patch, Saved, SaveItem } from './register.ts'

type Step = Extract<UndoEntry, { kind: 'save' }>['changes'][number]

/** A change cannot be taken back: somebody has changed the same field since. Nothing was saved. */
export class Overtaken extends Error {}

/**
 * Saves steps of undoing or redoing. Records saved by others since keep what they were given: a step is only taken where
 * the fields it is about still hold what was left in them.
 * @throws Overtaken; what core refuses
 */
export async function takeBack(save: (items: readonly SaveItem[]) => Promise<readonly Saved[]>, steps: readonly Step[], revisionOf: (id: string) => Promise<number>): Promise<readonly Saved[]> {
  const revisions = new Map(await Promise.all(steps.map(async ({ id }) => [id, await revisionOf(id)] as const)))
  for (;;) {
    try {
      return await save(steps.map(({ id, after }) => ({ id, revision: revisions.get(id) ?? 0, patch: after })))
    } catch (error) {
      const failure = failureOf(error)
      if (failure.kind !== 'stale') throw error
      const step = steps.find(({ id }) => id === failure.id)
      const { revision } = failure.current
      if (step === undefined || typeof revision !== 'number' || revision === revisions.get(failure.id)) throw error
      if (!stillHolds(failure.current, step.before)) throw new Overtaken('changed by somebody else since', { cause: error })
      revisions.set(failure.id, revision)
    }
  }
}

/** Whether the fields of a record hold these values; fields it does not tell of count as untouched. */
export const stillHolds = (current: Patch, values: Patch): boolean =>
  Object.entries(values).every(([field, value]) => !(field in current) || text(current[field]) === text(value))

/** A cleared field holds nothing, whatever way that was said. */
const text = (value: unknown): string => (value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value))
