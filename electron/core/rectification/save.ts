import type { RectificationState } from '#shared/model/rectification.ts'
import type { Change } from '../database/database.ts'
import type { Gate } from '../permission/gate.ts'
import { differenceOf, withoutBlanks } from '../records/values.ts'
import { keepStep } from './keep-step.ts'
import { settleOwner } from './owner.ts'
import { entryFor, saved, standing } from './stored-entry.ts'
import type { EntryOrder } from './stored-entry.ts'

export interface WordsPatch {
  readonly problem?: string | undefined
  readonly cause?: string | undefined
  readonly departmentId?: string | null | undefined
  readonly ownerPostId?: string | null | undefined
  readonly owner?: string | undefined
  readonly measure?: string | undefined
}

/** Changes the words of an entry that is still with its owner, and who that is; its term is another matter. @throws as `entryFor`, `settleOwner` */
export async function saveEntry(change: Change, gate: Gate, { patch, ...order }: EntryOrder & { patch: WordsPatch }): Promise<{ id: string; state: RectificationState; revision: number }> {
  const { entry, to } = await entryFor(change, gate, { ...order, action: 'change' })
  const stands = { problem: entry.problem, cause: entry.cause, departmentId: entry.department_id, ownerPostId: entry.owner_post_id, owner: entry.owner, measure: entry.measure }
  const difference = differenceOf(stands, withoutBlanks(patch as Record<string, unknown>, ['cause', 'owner', 'measure']))
  if (difference === undefined) return { id: entry.id, state: entry.state, revision: entry.revision }
  const wanted = { ...stands, ...difference.after as Partial<typeof stands> }
  const owner = await settleOwner(change.db, wanted)
  // An entry may be given away, but only to a department one may write for.
  gate.require({ departmentId: owner.department_id })
  await keepStep(change, standing(entry), { action: 'change', to, entry: { problem: wanted.problem, cause: wanted.cause, measure: wanted.measure, ...owner }, before: difference.before, after: difference.after })
  return saved(entry, to)
}
