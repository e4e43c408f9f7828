import type { AssessmentObjection } from '#shared/contract/assessment.ts'
import { raters } from '#shared/model/assessment/definition.ts'
import type { Rater } from '#shared/model/assessment/definition.ts'
import { pointsOf } from '#shared/model/assessment/scores.ts'
import type { AnswerOutcome } from '#shared/model/assessment/states.ts'
import { sameScorer } from '#shared/model/assessment/who-scores.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'
import { changeBy } from '../records/call-changes.ts'
import type { Call } from '../registration.ts'
import { readCampaign } from './campaign.ts'
import { itemPlace, nameOf } from './place.ts'
import { keepScore, soundScore } from './score.ts'
import { readStandings, scoreBy } from './standings.ts'
import { answeringBar, refuseUnlessApart, scoringRulesOf } from './who-scores.ts'
import type { Asking } from './who-scores.ts'

/**
 * A department objects to the score of an item, while results are published and the term runs. Evidence is attached to
 * the item.
 * @throws Refusal `assessment.not-published`, `assessment.objection-over`, `assessment.objection-open`, and those of the gate
 */
export const raiseObjection = (call: Call, { campaignItemId, text }: { campaignItemId: string; text: string }): Promise<{ id: string }> => changeBy(call, async (change) => {
  const place = await itemPlace(change.db, campaignItemId)
  const { row } = place.campaign
  call.gate.require({ departmentId: place.standing.row.department_id })
  if (row.state !== 'published') throw new Refusal('assessment.not-published')
  if (row.object_until === null || change.today > row.object_until) throw new Refusal('assessment.objection-over', { date: row.object_until ?? '' })
  const open = await openOf(change.db, campaignItemId)
  if (open !== undefined) throw new Refusal('assessment.objection-open', { number: open.number })
  const id = change.newId()
  await change.db.insertInto('assessment_objection').values({ id, campaign_item_id: campaignItemId, text, raised_by: change.actor.name, raised_by_id: change.actor.id ?? null, raised_at: change.at }).execute()
  await change.record({ action: 'assessment.object', entity: 'campaign-item', entityId: campaignItemId, after: { name: nameOf(place), text }, seals: [{ table: 'assessment_objection', key: id }] })
  return { id }
})

const openOf = (db: ReadableDatabase, campaignItemId: string) => db.selectFrom('assessment_objection as o').select('o.number').where('o.campaign_item_id', '=', campaignItemId)
  .where(({ not, exists, selectFrom }) => not(exists(selectFrom('assessment_answer as a').select('a.id').whereRef('a.objection_id', '=', 'o.id')))).executeTakeFirst()

interface AnswerOrder { readonly objectionId: string; readonly outcome: AnswerOutcome; readonly text: string; readonly corrections: readonly { rater: Rater; score: number }[] }

/**
 * Answers an objection, once: the score is kept, or corrected by scores of their own that name the objection. What stood
 * before stays to be read.
 * @throws Refusal `record.missing`, `assessment.not-published`, `assessment.answered`, `assessment.own-objection`, `assessment.correction-missing`, `assessment.score-above`, and those of `refuseUnlessApart`
 */
export const answerObjection = (call: Call, { objectionId, outcome, text, corrections }: AnswerOrder): Promise<{ id: string }> => changeBy(call, async (change) => {
  const objection = await change.db.selectFrom('assessment_objection').selectAll().where('id', '=', objectionId).executeTakeFirst()
  if (objection === undefined) throw new Refusal('record.missing')
  const place = await itemPlace(change.db, objection.campaign_item_id)
  if (place.campaign.row.state !== 'published') throw new Refusal('assessment.not-published')
  const earlier = await change.db.selectFrom('assessment_answer').select('id').where('objection_id', '=', objectionId).executeTakeFirst()
  if (earlier !== undefined) throw new Refusal('assessment.answered', { number: objection.number })
  if (raisedBy(objection, call.caller)) throw new Refusal('assessment.own-objection')
  const changed = outcome === 'kept' ? [] : [...new Map(corrections.map((one) => [one.rater, one])).values()].filter(({ rater }) => place.campaign.template.weights[rater] > 0).map(({ rater, score }) => ({ rater, from: scoreBy(place.item, rater) ?? null, to: soundScore(place, score) })).filter(({ from, to }) => from !== to)
  if (outcome === 'corrected' && changed.length === 0) throw new Refusal('assessment.correction-missing', {}, 'corrections')
  await refuseUnlessApart(change.db, place.standing, { raters: changed.map(({ rater }) => rater), caller: call.caller, today: change.today })
  const id = change.newId()
  await change.db.insertInto('assessment_answer').values({ id, objection_id: objectionId, outcome, text, answered_by: change.actor.name, answered_by_id: change.actor.id ?? null, answered_at: change.at }).execute()
  const seals = []
  for (const { rater, to } of changed) seals.push((await keepScore(change, place, { rater, kind: 'corrected', score: to, reason: text, objectionId })).seal)
  await change.record({
    action: 'assessment.answer', entity: 'campaign-item', entityId: place.item.id,
    after: { name: nameOf(place), objection: objection.number, outcome, text, ...(changed.length === 0 ? {} : { corrections: changed.map(({ rater, from, to }) => ({ rater, scoreBefore: from === null ? null : pointsOf(from), scoreAfter: pointsOf(to) })) }) },
    seals: [{ table: 'assessment_answer', key: id }, ...seals],
  })
  return { id }
})

/** By account, or by name where one of the two has none. */
const raisedBy = (objection: Pick<Row<'assessment_objection'>, 'raised_by' | 'raised_by_id'>, caller: Asking['caller']): boolean =>
  sameScorer({ personId: objection.raised_by_id, name: objection.raised_by }, caller)

/** What was objected to a campaign's results, those without an answer first. */
export async function listObjections(db: ReadableDatabase, campaignId: string, asking: Asking): Promise<AssessmentObjection[]> {
  const campaign = await readCampaign(db, campaignId)
  const standings = await readStandings(db, campaign)
  const rulesOf = await scoringRulesOf(db, standings, asking)
  const items = new Map(standings.flatMap((standing) => standing.items.map((item) => [item.id, { standing, item }] as const)))
  const rows = await db.selectFrom('campaign_department as d').innerJoin('campaign_item as i', 'i.campaign_department_id', 'd.id').innerJoin('assessment_objection as o', 'o.campaign_item_id', 'i.id')
    .leftJoin('assessment_answer as a', 'a.objection_id', 'o.id').where('d.campaign_id', '=', campaignId)
    .selectAll('o').select(['a.id as answerId', 'a.outcome', 'a.text as answer', 'a.answered_by as answeredBy', 'a.answered_at as answeredAt']).orderBy('o.number').execute()
  const corrections = await db.selectFrom('campaign_department as d').innerJoin('campaign_item as i', 'i.campaign_department_id', 'd.id').innerJoin('assessment_score as s', 's.campaign_item_id', 'i.id')
    .where('d.campaign_id', '=', campaignId).where('s.kind', '=', 'corrected').selectAll('s').orderBy('s.number').execute()
  const correctionsBy = Map.groupBy(corrections, (one) => one.objection_id ?? '')
  const listed = rows.flatMap((row): AssessmentObjection[] => {
    const place = items.get(row.campaign_item_id)
    if (place === undefined) return []
    const { standing, item } = place
    const scoreOf = (rater: Rater): number | null => { const score = scoreBy(item, rater); return score === undefined ? null : pointsOf(score) }
    return [{
      id: row.id, number: row.number, campaignItemId: item.id, campaignDepartmentId: standing.row.id, departmentId: standing.row.department_id, departmentName: standing.row.name, itemText: item.item.text, points: item.item.points,
      scores: { self: scoreOf('self'), office: scoreOf('office'), lead: scoreOf('lead') }, text: row.text, raisedBy: row.raised_by, raisedAt: row.raised_at,
      bar: raisedBy(row, asking.caller) ? 'own-objection' : answeringBar(rulesOf(standing)) ?? null,
      answer: row.outcome === null ? null : {
        outcome: row.outcome, text: row.answer ?? '', answeredBy: row.answeredBy ?? '', answeredAt: row.answeredAt ?? '',
        corrections: (correctionsBy.get(row.id) ?? []).toSorted((a, b) => raters.indexOf(a.rater) - raters.indexOf(b.rater)).map(({ rater, previous, score }) => ({ rater, from: previous === null ? null : pointsOf(previous), to: pointsOf(score) })),
      },
    }]
  })
  return listed.toSorted((a, b) => Number(a.answer !== null) - Number(b.answer !== null) || a.number - b.number)
}
