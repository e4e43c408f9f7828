import type { RectificationState } from '#shared/model/rectification.ts'
import { stateAfter } from '#shared/model/rectification.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { inChunks } from '../adjustments/touched.ts'
import type { Change } from '../database/database.ts'
import type { Gate } from '../permission/gate.ts'
import { keepStep } from './keep-step.ts'
import { entryFor, saved, standing } from './stored-entry.ts'
import type { EntryOrder } from './stored-entry.ts'

export interface NewTerm { readonly dueOn: string; readonly reason: string }

/**
 * Gives several entries another term; those whose owner has nothing left to do, or that are due that day already, are
 * passed over.
 * @throws Refusal `rectification.due-past`, `record.missing`, and those of the gate
 */
export async function changeTerms(change: Change, gate: Gate, { ids, dueOn, reason }: NewTerm & { ids: readonly string[] }): Promise<number> {
  refusePast(change, dueOn)
  let changed = 0
  for (const chunk of inChunks([...new Set(ids)])) {
    const entries = await change.db.selectFrom('rectification').selectAll().where('id', 'in', chunk).orderBy('number').execute()
    if (entries.length < chunk.length) throw new Refusal('record.missing')
    for (const entry of entries) {
      gate.require({ departmentId: entry.department_id })
      const to = stateAfter(entry.state, 'term')
      if (to === undefined || entry.due_on === dueOn) continue
      await keepStep(change, standing(entry), { action: 'term', to, text: reason, entry: { due_on: dueOn }, before: { dueOn: entry.due_on }, after: { dueOn } })
      changed++
    }
  }
  return changed
}

/** Opens a closed entry again, with the reason and a term of its own. @throws Refusal `rectification.due-past`, and those of `entryFor` */
export async function reopenEntry(change: Change, gate: Gate, { text, dueOn, ...order }: EntryOrder & { text: string; dueOn: string }): Promise<{ id: string; state: RectificationState; revision: number }> {
  const { entry, to } = await entryFor(change, gate, { ...order, action: 'reopen' })
  refusePast(change, dueOn)
  await keepStep(change, standing(entry), { action: 'reopen', to, text, entry: { due_on: dueOn, closed_on: null, closed_by: null }, before: { dueOn: entry.due_on }, after: { dueOn } })
  return saved(entry, to)
}

function refusePast({ today }: Change, dueOn: string): void {
  if (dueOn < today) throw new Refusal('rectification.due-past', {}, 'dueOn')
}
