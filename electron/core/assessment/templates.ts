import type { StoredTemplate, TemplateSummary } from '#shared/contract/assessment.ts'
import { itemsOf, templateSchema } from '#shared/model/assessment/definition.ts'
import type { Template } from '#shared/model/assessment/definition.ts'
import { templateFaults } from '#shared/model/assessment/faults.ts'
import { suppliedTemplates } from '#shared/model/assessment/seeds/supplied.ts'
import type { Labels } from '#shared/model/labels.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { RecordState } from '#shared/model/states.ts'
import type { Change, ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'

export const readDefinition = (definition: string): Template => templateSchema.parse(JSON.parse(definition))

const labelsOf = ({ label_zh, label_en }: Pick<Row<'assessment_template'>, 'label_zh' | 'label_en'>): Labels => ({ 'zh-CN': label_zh, en: label_en })

async function versionsOf(db: ReadableDatabase, templateId: string) {
  const rows = await db.selectFrom('assessment_template_version as v').selectAll('v').where('v.template_id', '=', templateId).orderBy('v.version', 'desc')
    .select((eb) => eb.selectFrom('assessment_campaign as c').select(({ fn }) => fn.countAll<number>().as('n')).whereRef('c.template_version_id', '=', 'v.id').where('c.state', '<>', 'dropped').as('campaigns')).execute()
  return rows.map((row) => ({ ...row, campaigns: row.campaigns ?? 0 }))
}

type Version = Awaited<ReturnType<typeof versionsOf>>[number]

function summaryOf(template: Row<'assessment_template'>, version: Version, versions: readonly Version[]): TemplateSummary {
  const definition = readDefinition(version.definition)
  const items = itemsOf(definition)
  return {
    id: template.id, labels: labelsOf(template), state: template.state, versionId: version.id, version: version.version, note: version.note, createdBy: version.created_by, createdAt: version.created_at,
    items: items.length, computed: items.filter(({ computed }) => computed !== undefined).length, total: definition.total, campaigns: versions.reduce((sum, { campaigns }) => sum + campaigns, 0),
  }
}

/** All templates by their last version, those in use first. */
export async function listTemplates(db: ReadableDatabase): Promise<TemplateSummary[]> {
  const templates = await db.selectFrom('assessment_template').selectAll().orderBy('state').orderBy('number').execute()
  const rows = await Promise.all(templates.map(async (template) => {
    const versions = await versionsOf(db, template.id)
    return versions.slice(0, 1).map((last) => summaryOf(template, last, versions))
  }))
  return rows.flat()
}

/** A template as its last version has it, or as an earlier one had it. @throws Refusal `record.missing` */
export async function readTemplate(db: ReadableDatabase, { id, versionId }: { id: string; versionId?: string | undefined }): Promise<StoredTemplate> {
  const template = await db.selectFrom('assessment_template').selectAll().where('id', '=', id).executeTakeFirst()
  const versions = template === undefined ? [] : await versionsOf(db, id)
  const version = versionId === undefined ? versions[0] : versions.find((one) => one.id === versionId)
  if (template === undefined || version === undefined) throw new Refusal('record.missing')
  return {
    ...summaryOf(template, version, versions), definition: readDefinition(version.definition),
    versions: versions.map((one) => ({ id: one.id, version: one.version, note: one.note, createdBy: one.created_by, createdAt: one.created_at, campaigns: one.campaigns })),
  }
}

interface NewVersion { readonly templateId: string; readonly version: number; readonly definition: Template; readonly note: string }

async function insertVersion(change: Change, { templateId, version, definition, note }: NewVersion): Promise<string> {
  const id = change.newId()
  await change.db.insertInto('assessment_template_version').values({ id, template_id: templateId, version, definition: JSON.stringify(definition), note, created_by: change.actor.name, created_at: change.at }).execute()
  return id
}

/** @throws Refusal `assessment.template-unsound` */
function refuseFaults(definition: Template): void {
  const faults = templateFaults(definition)
  if (faults.length > 0) throw new Refusal('assessment.template-unsound', { count: faults.length })
}

interface TemplateOrder { readonly labels: Labels; readonly definition: Template; readonly note: string }

/** @throws Refusal `assessment.template-unsound`, `assessment.template-named` */
export async function createTemplate(change: Change, { labels, definition, note }: TemplateOrder): Promise<string> {
  refuseFaults(definition)
  await refuseSameName(change, { labels })
  const id = change.newId()
  await change.db.insertInto('assessment_template').values({ id, label_zh: labels['zh-CN'], label_en: labels.en, created_at: change.at }).execute()
  const versionId = await insertVersion(change, { templateId: id, version: 1, definition, note })
  await change.record({ action: 'assessment-template.create', entity: 'assessment-template', entityId: id, after: { labels, version: 1, versionId, note }, seals: [{ table: 'assessment_template_version', key: versionId }] })
  return id
}

/**
 * Keeps a changed template as a new version; campaigns that were opened keep theirs.
 * @throws Refusal `assessment.template-unsound`, `assessment.template-named`, `assessment.template-meanwhile`, `record.missing`
 */
export async function saveTemplate(change: Change, { id, seen, labels, definition, note }: TemplateOrder & { id: string; seen: number }): Promise<{ version: number }> {
  refuseFaults(definition)
  await refuseSameName(change, { labels, id })
  const before = await readTemplate(change.db, { id })
  if (before.version !== seen) throw new Refusal('assessment.template-meanwhile', { version: before.version, by: before.createdBy })
  const version = before.version + 1
  await change.db.updateTable('assessment_template').set({ label_zh: labels['zh-CN'], label_en: labels.en }).where('id', '=', id).execute()
  const versionId = await insertVersion(change, { templateId: id, version, definition, note })
  await change.record({
    action: 'assessment-template.add-version', entity: 'assessment-template', entityId: id, before: { labels: before.labels, version: before.version }, after: { labels, version, versionId, note },
    seals: [{ table: 'assessment_template_version', key: versionId }],
  })
  return { version }
}

async function refuseSameName(change: Change, { labels, id }: { labels: Labels; id?: string }): Promise<void> {
  const same = await change.db.selectFrom('assessment_template').select('id').where('label_zh', '=', labels['zh-CN']).where('state', '=', 'in-force').execute()
  if (same.some((one) => one.id !== id)) throw new Refusal('assessment.template-named', { name: labels['zh-CN'] }, 'labels')
}

/** Takes a template out of use or back in. @throws Refusal `record.missing`, `assessment.template-named` */
export async function setTemplateState(change: Change, { id, state }: { id: string; state: RecordState }): Promise<void> {
  const { labels, state: before } = await readTemplate(change.db, { id })
  if (before === state) return
  if (state === 'in-force') await refuseSameName(change, { labels, id })
  await change.db.updateTable('assessment_template').set({ state }).where('id', '=', id).execute()
  await change.record({ action: state === 'withdrawn' ? 'assessment-template.withdraw' : 'assessment-template.reinstate', entity: 'assessment-template', entityId: id, before: { state: before }, after: { state } })
}

/** Puts in the templates that come with the program, as far as none of their name is there. @returns how many */
export async function supplyTemplates(change: Change): Promise<number> {
  const known = new Set((await change.db.selectFrom('assessment_template').select('label_zh').execute()).map((row) => row.label_zh))
  const missing = suppliedTemplates.filter(({ labels }) => !known.has(labels['zh-CN']))
  for (const { labels, definition } of missing) await createTemplate(change, { labels, definition, note: '' })
  return missing.length
}
