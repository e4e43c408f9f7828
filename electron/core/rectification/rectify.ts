import { Refusal } from '#shared/model/refusal.ts'
import type { RectificationState } from '#shared/model/rectification.ts'
import type { Change } from '../database/database.ts'
import type { Gate } from '../permission/gate.ts'
import { keepStep } from './keep-step.ts'
import { entryFor, saved, standing } from './stored-entry.ts'
import type { EntryOrder } from './stored-entry.ts'

/**
 * Reports that a problem is mended: how, and by which of the entry's files that shows.
 * @throws Refusal `rectification.evidence-missing`, and those of `entryFor`
 */
export async function rectifyEntry(change: Change, gate: Gate, { text, evidence, ...order }: EntryOrder & { text: string; evidence: readonly string[] }): Promise<{ id: string; state: RectificationState; revision: number }> {
  const { entry, to } = await entryFor(change, gate, { ...order, action: 'rectify' })
  const files = [...new Set(evidence)]
  const known = files.length === 0 ? [] : await change.db.selectFrom('attachment').select('id').where('entity_id', '=', entry.id).where('state', '=', 'in-force').where('id', 'in', files).execute()
  if (files.length === 0 || known.length < files.length) throw new Refusal('rectification.evidence-missing', { number: entry.number }, 'evidence')
  await keepStep(change, standing(entry), { action: 'rectify', to, text, evidence: files, entry: { outcome: text, rectified_on: change.today, rectified_by: change.actor.name } })
  return saved(entry, to)
}
