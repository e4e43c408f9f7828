import { Refusal } from '#shared/model/refusal.ts'
import { changeBy } from '../records/call-changes.ts'
import type { Call } from '../registration.ts'
import { departmentPlace } from './place.ts'
import { refuseUnlessAsked } from './who-scores.ts'

/**
 * Says that a veto holds of a department, or no longer does. Those the register fires are nobody's to mark.
 * @throws Refusal `assessment.not-scoring`, `assessment.veto-unknown`, and those of `refuseUnlessAsked`
 */
export const markVeto = (call: Call, { id, veto: code, fires, reason }: { id: string; veto: string; fires: boolean; reason: string }): Promise<{ id: string }> => changeBy(call, async (change) => {
  const { campaign, standing } = await departmentPlace(change.db, id)
  if (campaign.row.state !== 'scoring') throw new Refusal('assessment.not-scoring')
  await refuseUnlessAsked(change.db, standing, { rater: 'office', caller: call.caller, today: change.today })
  const veto = campaign.template.vetoes.find((one) => one.code === code && one.computed === undefined)
  if (veto === undefined) throw new Refusal('assessment.veto-unknown')
  const rowId = change.newId()
  await change.db.insertInto('assessment_veto').values({ id: rowId, campaign_department_id: id, veto: code, fires: fires ? 1 : 0, reason, person_id: change.actor.id ?? null, person: change.actor.name, set_at: change.at }).execute()
  await change.record({ action: 'assessment.mark-veto', entity: 'campaign-department', entityId: id, after: { veto: veto.text['zh-CN'], fires, reason }, seals: [{ table: 'assessment_veto', key: rowId }] })
  return { id: rowId }
})
