import type { Progress } from '#shared/contract/procedure.ts'
import type { CampaignBasis } from '#shared/model/assessment/states.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { reporting } from '../long-work.ts'
import { changeBy } from '../records/call-changes.ts'
import type { Call } from '../registration.ts'
import { campaignIn } from './campaign.ts'
import { computeFigures, keepFigures } from './compute-figures.ts'
import { sourceOf } from './open-campaign.ts'

/**
 * Takes the figures of a provisional campaign anew. Where its year has been frozen meanwhile they come from there, and
 * the campaign is provisional no more. Scores people gave stay; those that were prefilled follow the figures.
 * @throws Refusal `assessment.not-scoring`, `assessment.figures-final`
 */
export async function* recompute(call: Call, seen: { id: string; revision: number }): AsyncGenerator<Progress, { basis: CampaignBasis; changed: number }, void> {
  const db = call.core.database.read
  const { row, template } = await campaignIn(db, seen, 'scoring')
  if (row.basis === 'frozen') throw new Refusal('assessment.figures-final', { year: row.year })
  const frozen = await db.selectFrom('archive').select('id').where('year', '=', row.year).executeTakeFirst()
  const basis: CampaignBasis = frozen === undefined ? 'provisional' : 'frozen'
  const source = yield* sourceOf(call, { year: row.year, basis })
  return yield* reporting(async (report) => {
    const departments = await db.selectFrom('campaign_department').select(['id', 'department_id']).where('campaign_id', '=', row.id).orderBy('position').execute()
    const { figures, day } = await computeFigures(source, { year: row.year, template, departmentIds: departments.map((department) => department.department_id) }, report)
    return changeBy(call, async (change) => {
      await campaignIn(change.db, seen, 'scoring')
      const round = row.round + 1
      const seals = []
      let changed = 0
      for (const { id, department_id } of departments) {
        const before = await change.db.selectFrom('campaign_indicator').selectAll().where('campaign_department_id', '=', id).where('round', '=', row.round).execute()
        const own = figures.get(department_id) ?? new Map()
        changed += before.filter((one) => { const now = own.get(one.indicator); return now?.counts !== one.counts || now.all !== one.total }).length
        seals.push(...await keepFigures(change, { campaignDepartmentId: id, figures: own, round }))
      }
      const contentHash = source.frozen?.contentHash ?? null
      await change.db.updateTable('assessment_campaign').set({ basis, round, figures_on: day, archive_hash: contentHash, revision: row.revision + 1 }).where('id', '=', row.id).execute()
      await change.record({ action: 'assessment.recompute', entity: 'assessment', entityId: row.id, before: { figuresBasis: row.basis }, after: { figuresBasis: basis, contentHash, figuresChanged: changed }, seals })
      return { basis, changed }
    })
  })
}
