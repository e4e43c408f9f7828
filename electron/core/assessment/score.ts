import type { Rater } from '#shared/model/assessment/definition.ts'
import { hundredthsOf, pointsOf } from '#shared/model/assessment/scores.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'
import type { RowToSeal } from '../evidence/sealed-tables.ts'
import { changeBy } from '../records/call-changes.ts'
import type { Call } from '../registration.ts'
import { itemPlace, nameOf } from './place.ts'
import type { ItemPlace } from './place.ts'
import { scoreBy } from './standings.ts'
import { refuseUnlessAsked } from './who-scores.ts'

export interface ScoreOrder { readonly campaignItemId: string; readonly score: number; readonly reason: string; readonly seen: number | null }

/**
 * Gives an item a score. Each is a row of its own, and the last counts. A reason may follow later; until it is there the
 * item is not done.
 * @returns the number of the score that counts now
 * @throws Refusal `assessment.not-scoring`, `assessment.not-your-turn`, `assessment.score-above`, `assessment.score-meanwhile`, and those of
 * `refuseUnlessAsked`
 */
export const giveScore = (call: Call, rater: Rater, { campaignItemId, score, reason, seen }: ScoreOrder): Promise<{ number: number | null }> => changeBy(call, async (change) => {
  const place = await itemPlace(change.db, campaignItemId)
  const { campaign, standing, item } = place
  if (rater === 'self') call.gate.require({ departmentId: standing.row.department_id })
  if (campaign.row.state !== 'scoring') throw new Refusal('assessment.not-scoring')
  if (standing.row.step !== rater) throw new Refusal('assessment.not-your-turn')
  await refuseUnlessAsked(change.db, standing, { rater, caller: call.caller, today: change.today })
  const before = item.given.get(rater)
  if ((before?.number ?? null) !== seen) throw new Refusal('assessment.score-meanwhile', { by: before?.person ?? '' })
  const given = soundScore(place, score)
  if (before === undefined ? reason === '' && given === item.computed : before.score === given && before.reason === reason) return { number: seen }
  const { number, seal } = await keepScore(change, place, { rater, kind: 'scored', score: given, reason, objectionId: null })
  await change.record({
    action: 'assessment-score.give', entity: 'campaign-item', entityId: item.id, ...(before === undefined ? {} : { before: { score: pointsOf(before.score), reason: before.reason } }),
    after: { name: nameOf(place), rater, score: pointsOf(given), ...(item.computed === null ? {} : { computedScore: pointsOf(item.computed) }), reason }, seals: [seal],
  })
  return { number }
})

/** In hundredths. @throws Refusal `assessment.score-above` */
export function soundScore({ item: { item } }: Pick<ItemPlace, 'item'>, score: number): number {
  if (hundredthsOf(score) > hundredthsOf(item.points)) throw new Refusal('assessment.score-above', { points: item.points }, 'score')
  return hundredthsOf(score)
}

interface NewScore { readonly rater: Rater; readonly kind: 'scored' | 'corrected'; readonly score: number; readonly reason: string; readonly objectionId: string | null }

/** Writes a score down. @returns what the entry of the log has to seal */
export async function keepScore(change: Change, { item }: Pick<ItemPlace, 'item'>, { rater, kind, score, reason, objectionId }: NewScore): Promise<{ number: number; seal: RowToSeal }> {
  const id = change.newId()
  const { number } = await change.db.insertInto('assessment_score').values({
    id, campaign_item_id: item.id, rater, kind, score, computed: item.computed, previous: scoreBy(item, rater) ?? null, reason, objection_id: objectionId, person_id: change.actor.id ?? null, person: change.actor.name, scored_at: change.at,
  }).returning('number').executeTakeFirstOrThrow()
  return { number, seal: { table: 'assessment_score', key: id } }
}
