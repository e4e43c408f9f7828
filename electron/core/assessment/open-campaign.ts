import type { Progress } from '#shared/contract/procedure.ts'
import { itemsOf } from '#shared/model/assessment/definition.ts'
import type { CampaignBasis } from '#shared/model/assessment/states.ts'
import { firstStep } from '#shared/model/assessment/states.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Core } from '../core.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { reporting } from '../long-work.ts'
import { changeBy, todayOf } from '../records/call-changes.ts'
import type { Call } from '../registration.ts'
import { frozenCore, openYear } from '../years/frozen-years.ts'
import { computeFigures, keepFigures } from './compute-figures.ts'
import type { FiguresByDepartment } from './compute-figures.ts'
import { refuseDisorder } from './dates.ts'
import type { ScoringDates } from './dates.ts'
import { readTemplate } from './templates.ts'

export interface CampaignOrder extends ScoringDates {
  readonly year: number
  readonly templateId: string
  readonly title: string
  readonly basis: CampaignBasis
  readonly departmentIds: readonly string[]
}

/** The register a campaign's figures come from: the frozen year, opened if need be, or today's. @throws Refusal as `openYear` */
export async function* sourceOf({ core, actor }: Pick<Call, 'core' | 'actor'>, { year, basis }: Pick<CampaignOrder, 'year' | 'basis'>): AsyncGenerator<Progress, Core, void> {
  if (basis === 'provisional') return core
  yield* openYear(core, actor, year)
  return frozenCore(core, actor, year)
}

/**
 * Opens the yearly assessment of departments: the template's last version, the figures it computes, and an empty sheet
 * for each department. Figures are taken before anything is written; stopped or failed before that, nothing is left.
 * @throws Refusal `assessment.exists`, `assessment.year-open`, `assessment.template-withdrawn`, `assessment.department-unknown`, `assessment.dates`, `archive.too-old`
 */
export async function* openCampaign(call: Call, order: CampaignOrder): AsyncGenerator<Progress, { id: string }, void> {
  await refuseUnsound(call, order)
  const source = yield* sourceOf(call, order)
  return yield* reporting(async (report) => {
    const { definition } = await readTemplate(call.core.database.read, { id: order.templateId })
    const taken = await computeFigures(source, { year: order.year, template: definition, departmentIds: order.departmentIds }, report)
    return { id: await enter(call, order, { ...taken, hash: source.frozen?.contentHash ?? null }) }
  })
}

async function refuseUnsound(call: Call, { year, basis, templateId, departmentIds, ...dates }: CampaignOrder): Promise<void> {
  const db = call.core.database.read
  refuseDisorder(dates, todayOf(call))
  await refuseSecond(db, { year, templateId })
  const template = await readTemplate(db, { id: templateId })
  if (template.state !== 'in-force') throw new Refusal('assessment.template-withdrawn', {}, 'templateId')
  const frozen = await db.selectFrom('archive').select('id').where('year', '=', year).executeTakeFirst()
  if (basis === 'frozen' && frozen === undefined) throw new Refusal('assessment.year-open', { year }, 'basis')
  const known = await db.selectFrom('department').select('id').where('id', 'in', departmentIds).where('state', '=', 'in-force').execute()
  if (known.length < new Set(departmentIds).size) throw new Refusal('assessment.department-unknown', {}, 'departmentIds')
}

async function refuseSecond(db: ReadableDatabase, { year, templateId }: Pick<CampaignOrder, 'year' | 'templateId'>): Promise<void> {
  const other = await db.selectFrom('assessment_campaign').select('title').where('year', '=', year).where('template_id', '=', templateId).where('state', '<>', 'dropped').executeTakeFirst()
  if (other !== undefined) throw new Refusal('assessment.exists', { year, title: other.title }, 'year')
}

interface Taken { readonly figures: FiguresByDepartment; readonly day: string; readonly hash: string | null }

const enter = (call: Call, order: CampaignOrder, { figures, day, hash }: Taken): Promise<string> => changeBy(call, async (change) => {
  await refuseSecond(change.db, order)
  const template = await readTemplate(change.db, { id: order.templateId })
  const id = change.newId()
  await change.db.insertInto('assessment_campaign').values({
    id, year: order.year, template_id: template.id, template_version_id: template.versionId, title: order.title, basis: order.basis, archive_hash: hash, figures_on: day, self_due_on: order.selfDueOn,
    office_due_on: order.officeDueOn, lead_due_on: order.leadDueOn, object_until: null, opened_by: change.actor.name, opened_at: change.at, published_by: null, published_at: null, closed_by: null, closed_at: null, result_hash: null,
  }).execute()
  const departments = await change.db.selectFrom('department').select(['id', 'name', 'position']).where('id', 'in', order.departmentIds).orderBy('position').orderBy('number').execute()
  const seals = []
  for (const [position, department] of departments.entries()) {
    const campaignDepartmentId = change.newId()
    await change.db.insertInto('campaign_department').values({ id: campaignDepartmentId, campaign_id: id, department_id: department.id, name: department.name, position, step: firstStep(template.definition) }).execute()
    await change.db.insertInto('campaign_item').values(itemsOf(template.definition).map(({ code }) => ({ id: change.newId(), campaign_department_id: campaignDepartmentId, code }))).execute()
    seals.push(...await keepFigures(change, { campaignDepartmentId, figures: figures.get(department.id) ?? new Map(), round: 1 }))
  }
  await change.record({
    action: 'assessment.open', entity: 'assessment', entityId: id, seals,
    after: {
      title: order.title, year: order.year, templateLabels: template.labels, version: template.version, figuresBasis: order.basis, contentHash: hash, departmentIds: departments.map((department) => department.id),
      selfDueOn: order.selfDueOn, officeDueOn: order.officeDueOn, leadDueOn: order.leadDueOn,
    },
  })
  return id
})
