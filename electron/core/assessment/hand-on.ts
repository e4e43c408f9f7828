import { ratersOf } from '#shared/model/assessment/definition.ts'
import type { Rater } from '#shared/model/assessment/definition.ts'
import { stepAfter, stepBefore } from '#shared/model/assessment/states.ts'
import type { DepartmentStep } from '#shared/model/assessment/states.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'
import { changeBy } from '../records/call-changes.ts'
import type { Call } from '../registration.ts'
import { departmentPlace } from './place.ts'
import type { DepartmentPlace } from './place.ts'
import { lackBy } from './standings.ts'
import { refuseUnlessAsked } from './who-scores.ts'

async function openPlace(change: Change, call: Call, { id, rater }: { id: string; rater: Rater }): Promise<DepartmentPlace> {
  const place = await departmentPlace(change.db, id)
  if (rater === 'self') call.gate.require({ departmentId: place.standing.row.department_id })
  if (place.campaign.row.state !== 'scoring') throw new Refusal('assessment.not-scoring')
  return place
}

async function moveTo(change: Change, { campaign, standing: { row } }: DepartmentPlace, { step, returned, action }: { step: DepartmentStep; returned: string; action: 'assessment.hand-on' | 'assessment.send-back' }): Promise<{ step: DepartmentStep }> {
  await change.db.updateTable('campaign_department').set({ step, returned }).where('id', '=', row.id).execute()
  await change.record({
    action, entity: 'campaign-department', entityId: row.id, before: { scoringStep: row.step },
    after: { scoringStep: step, title: campaign.row.title, ...(returned === '' ? {} : { reason: returned }) },
  })
  return { step }
}

/**
 * Hands a department on to whoever scores next, once every item is done.
 * @throws Refusal `assessment.not-scoring`, `assessment.not-your-turn`, `assessment.unfinished`, and those of `refuseUnlessAsked`
 */
export const handOn = (call: Call, rater: Rater, { id }: { id: string }): Promise<{ step: DepartmentStep }> => changeBy(call, async (change) => {
  const place = await openPlace(change, call, { id, rater })
  if (place.standing.row.step !== rater) throw new Refusal('assessment.not-your-turn')
  await refuseUnlessAsked(change.db, place.standing, { rater, caller: call.caller, today: change.today })
  const left = place.standing.items.filter((item) => lackBy(item, rater) !== undefined).length
  if (left > 0) throw new Refusal('assessment.unfinished', { left })
  return moveTo(change, place, { step: stepAfter(place.campaign.template, rater), returned: '', action: 'assessment.hand-on' })
})

/**
 * Gives a department back to whoever scored before, with the reason. The office also takes back one that is scored, as
 * long as nothing is published.
 * @throws Refusal `assessment.not-scoring`, `assessment.not-your-turn`, `assessment.nobody-before`, and those of `refuseUnlessAsked`
 */
export const sendBack = (call: Call, rater: 'office' | 'lead', { id, reason }: { id: string; reason: string }): Promise<{ step: DepartmentStep }> => changeBy(call, async (change) => {
  const place = await openPlace(change, call, { id, rater })
  const { step } = place.standing.row
  const scored = step === 'scored' && rater === 'office'
  if (step !== rater && !scored) throw new Refusal('assessment.not-your-turn')
  await refuseUnlessAsked(change.db, place.standing, { rater, caller: call.caller, today: change.today })
  const to = scored ? ratersOf(place.campaign.template).at(-1) : stepBefore(place.campaign.template, rater)
  if (to === undefined) throw new Refusal('assessment.nobody-before')
  return moveTo(change, place, { step: to, returned: reason, action: 'assessment.send-back' })
})
