import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'
import { campaignIn } from './campaign.ts'
import { refuseDisorder } from './dates.ts'
import type { ScoringDates } from './dates.ts'

interface Seen { readonly id: string; readonly revision: number }

/** @throws Refusal `assessment.not-scoring`, `assessment.dates`; StaleRecord */
export async function saveDates(change: Change, { selfDueOn, officeDueOn, leadDueOn, ...seen }: Seen & ScoringDates): Promise<Seen> {
  const { row } = await campaignIn(change.db, seen, 'scoring')
  const before = { selfDueOn: row.self_due_on, officeDueOn: row.office_due_on, leadDueOn: row.lead_due_on }
  const after = { selfDueOn, officeDueOn, leadDueOn }
  // A day that is past may stand as it stood.
  refuseDisorder(after, selfDueOn === before.selfDueOn ? selfDueOn : change.today)
  const revision = row.revision + 1
  await change.db.updateTable('assessment_campaign').set({ self_due_on: selfDueOn, office_due_on: officeDueOn, lead_due_on: leadDueOn, revision }).where('id', '=', row.id).execute()
  await change.record({ action: 'assessment.change', entity: 'assessment', entityId: row.id, before, after })
  return { id: row.id, revision }
}

/** Gives a campaign up before anything was published; its scores stay readable. @throws Refusal `assessment.not-scoring`; StaleRecord */
export async function dropCampaign(change: Change, { reason, ...seen }: Seen & { reason: string }): Promise<Seen> {
  const { row } = await campaignIn(change.db, seen, 'scoring')
  const revision = row.revision + 1
  await change.db.updateTable('assessment_campaign').set({ state: 'dropped', revision }).where('id', '=', row.id).execute()
  await change.record({ action: 'assessment.drop', entity: 'assessment', entityId: row.id, before: { campaignState: 'scoring' }, after: { campaignState: 'dropped', reason } })
  return { id: row.id, revision }
}

/**
 * Shows the results to the departments, who may object until a day. Provisional figures are nothing to publish.
 * @throws Refusal `assessment.not-scoring`, `assessment.provisional`, `assessment.not-all-scored`, `assessment.object-until`; StaleRecord
 */
export async function publishResults(change: Change, { objectUntil, ...seen }: Seen & { objectUntil: string }): Promise<Seen> {
  const { row } = await campaignIn(change.db, seen, 'scoring')
  if (row.basis === 'provisional') throw new Refusal('assessment.provisional', { year: row.year })
  const { left } = await change.db.selectFrom('campaign_department').select(({ fn }) => fn.countAll<number>().as('left')).where('campaign_id', '=', row.id).where('step', '<>', 'scored').executeTakeFirstOrThrow()
  if (left > 0) throw new Refusal('assessment.not-all-scored', { left })
  if (objectUntil < change.today) throw new Refusal('assessment.object-until', {}, 'objectUntil')
  const revision = row.revision + 1
  await change.db.updateTable('assessment_campaign').set({ state: 'published', object_until: objectUntil, published_by: change.actor.name, published_at: change.at, revision }).where('id', '=', row.id).execute()
  await change.record({ action: 'assessment.publish', entity: 'assessment', entityId: row.id, before: { campaignState: 'scoring' }, after: { campaignState: 'published', objectUntil } })
  return { id: row.id, revision }
}
