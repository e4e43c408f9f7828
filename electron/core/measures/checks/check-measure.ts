import type { MeasureEffectiveness } from '#shared/model/controls.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../../database/database.ts'
import { updateColumns } from '../../records/stored-record.ts'
import { standingInForce } from '../executions/execute-measure.ts'
import { measureKind } from '../measure-kind.ts'
import { whyNotCheck } from './why-not-check.ts'

export interface CheckOrder { readonly id: string; readonly effectiveness: MeasureEffectiveness; readonly note: string }

/**
 * Rates how well a measure works; the last rating stands on the measure. Anything short of effective says what is amiss.
 * @throws Refusal `record.missing`, `record.withdrawn`, `measure.own-check`, `measure.own-post-check`, `measure.own-name-check`, `measure.check-note-missing`
 */
export async function checkMeasure(change: Change, { id, effectiveness, note }: CheckOrder): Promise<string> {
  const stands = await standingInForce(change, id)
  const why = await whyNotCheck(change.db, { measureId: id, ownerPostId: stands.values['ownerPostId'] as string | null, owner: stands.values['owner'] as string | null, person: change.actor, today: change.today })
  if (why !== undefined) throw new Refusal(why)
  if (effectiveness !== 'effective' && note.trim() === '') throw new Refusal('measure.check-note-missing', {}, 'note')
  const checkId = change.newId()
  await change.db.insertInto('measure_check').values({
    id: checkId, measure_id: id, effectiveness, note: note.trim(), checked_on: change.today, checked_by: change.actor.name, checked_by_id: change.actor.id ?? null, checked_at: change.at,
  }).execute()
  const { effectiveness: before } = await change.db.selectFrom('control_measure').select('effectiveness').where('id', '=', id).executeTakeFirstOrThrow()
  await updateColumns(change, measureKind, { stands, columns: { effectiveness } })
  await change.record({
    action: 'control-measure.check', entity: 'control-measure', entityId: id, before: { effectiveness: before }, after: { effectiveness, ...(note.trim() === '' ? {} : { note: note.trim() }) },
    seals: [{ table: 'measure_check', key: checkId }],
  })
  return checkId
}
