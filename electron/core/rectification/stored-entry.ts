import type { RectificationAction, RectificationState } from '#shared/model/rectification.ts'
import { stateAfter } from '#shared/model/rectification.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'
import type { Row } from '../database/schema.ts'
import type { Gate } from '../permission/gate.ts'
import { StaleRecord } from '../stale-record.ts'

export type Entry = Row<'rectification'>
export interface EntryOrder { readonly id: string; readonly revision: number }

/**
 * The entry an order is about, and the state the action leads to.
 * @throws Refusal `record.missing`, `rectification.state`, and those of the gate
 * @throws StaleRecord where somebody saved it meanwhile
 */
export async function entryFor(change: Change, gate: Gate, { id, revision, action }: EntryOrder & { action: Exclude<RectificationAction, 'open'> }): Promise<{ entry: Entry; to: RectificationState }> {
  const entry = await change.db.selectFrom('rectification').selectAll().where('id', '=', id).executeTakeFirst()
  if (entry === undefined) throw new Refusal('record.missing')
  gate.require({ departmentId: entry.department_id })
  if (entry.revision !== revision) throw new StaleRecord(id, { revision: entry.revision, state: entry.state })
  const to = stateAfter(entry.state, action)
  if (to === undefined) throw new Refusal('rectification.state', { number: entry.number })
  return { entry, to }
}

export const standing = ({ id, state, due_on }: Entry): { id: string; state: RectificationState; dueOn: string } => ({ id, state, dueOn: due_on })
export const saved = ({ id, revision }: Entry, state: RectificationState): { id: string; state: RectificationState; revision: number } => ({ id, state, revision: revision + 1 })
