import type { Campaign } from '#shared/contract/assessment.ts'
import type { Template } from '#shared/model/assessment/definition.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'
import { StaleRecord } from '../stale-record.ts'
import { readDefinition } from './templates.ts'

/** A campaign with the version of the template it was opened with. */
export interface StoredCampaign { readonly row: Row<'assessment_campaign'>; readonly template: Template }

/** @throws Refusal `record.missing` */
export async function readCampaign(db: ReadableDatabase, id: string): Promise<StoredCampaign> {
  const row = await db.selectFrom('assessment_campaign').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing')
  const { definition } = await db.selectFrom('assessment_template_version').select('definition').where('id', '=', row.template_version_id).executeTakeFirstOrThrow()
  return { row, template: readDefinition(definition) }
}

/**
 * The campaign as it was on the screen of whoever changes it.
 * @throws Refusal `record.missing`, `assessment.not-scoring`, `assessment.not-published`; StaleRecord
 */
export async function campaignIn(db: ReadableDatabase, { id, revision }: { id: string; revision?: number }, state: 'scoring' | 'published'): Promise<StoredCampaign> {
  const campaign = await readCampaign(db, id)
  if (campaign.row.state !== state) throw new Refusal(state === 'scoring' ? 'assessment.not-scoring' : 'assessment.not-published')
  if (revision !== undefined && campaign.row.revision !== revision) throw new StaleRecord(id, { revision: campaign.row.revision })
  return campaign
}

/** All campaigns, the latest year first, each with how far it has come. */
export const listCampaigns = (db: ReadableDatabase): Promise<Campaign[]> => summaries(db)

/** @throws Refusal `record.missing` */
export async function campaignSummary(db: ReadableDatabase, id: string): Promise<Campaign> {
  const [campaign] = await summaries(db, id)
  if (campaign === undefined) throw new Refusal('record.missing')
  return campaign
}

async function summaries(db: ReadableDatabase, id?: string): Promise<Campaign[]> {
  let found = db.selectFrom('assessment_campaign as c').innerJoin('assessment_template as t', 't.id', 'c.template_id').innerJoin('assessment_template_version as v', 'v.id', 'c.template_version_id')
  if (id !== undefined) found = found.where('c.id', '=', id)
  const rows = await found.selectAll('c').select(['t.label_zh', 't.label_en', 'v.version']).select((eb) => {
    const departments = eb.selectFrom('campaign_department as d').select(({ fn }) => fn.countAll<number>().as('n')).whereRef('d.campaign_id', '=', 'c.id')
    const open = eb.selectFrom('campaign_department as d').innerJoin('campaign_item as i', 'i.campaign_department_id', 'd.id').innerJoin('assessment_objection as o', 'o.campaign_item_id', 'i.id')
      .select(({ fn }) => fn.countAll<number>().as('n')).whereRef('d.campaign_id', '=', 'c.id')
      .where(({ not, exists, selectFrom }) => not(exists(selectFrom('assessment_answer as a').select('a.id').whereRef('a.objection_id', '=', 'o.id'))))
    return [departments.as('departments'), departments.where('d.step', '=', 'scored').as('scored'), open.as('openObjections')]
  }).orderBy('c.year', 'desc').orderBy('c.number', 'desc').execute()
  return rows.map((row) => ({
    id: row.id, number: row.number, year: row.year, title: row.title, templateId: row.template_id, templateLabels: { 'zh-CN': row.label_zh, en: row.label_en }, version: row.version, basis: row.basis, figuresOn: row.figures_on,
    archiveHash: row.archive_hash, state: row.state, selfDueOn: row.self_due_on, officeDueOn: row.office_due_on, leadDueOn: row.lead_due_on, objectUntil: row.object_until, departments: row.departments ?? 0,
    scored: row.scored ?? 0, openObjections: row.openObjections ?? 0, openedBy: row.opened_by, openedAt: row.opened_at, publishedBy: row.published_by, publishedAt: row.published_at, closedBy: row.closed_by,
    closedAt: row.closed_at, resultHash: row.result_hash, revision: row.revision,
  }))
}
