import type { Labels } from '#shared/model/labels.ts'
import { checkDefinition } from '#shared/model/grading/check-definition.ts'
import type { MethodDefinition } from '#shared/model/grading/definition.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change, ReadableDatabase } from '../database/database.ts'
import { scaleFor, usableMethod, versionIdInForce } from './methods.ts'

export interface NewMethod {
  readonly code: string
  readonly labels: Labels
  readonly definition: MethodDefinition
  readonly note: string
}

/**
 * Whether a definition holds together against the scale it names. The sentence of the refusal speaks of the first
 * problem (`context`) and tells how many there are.
 * @throws Refusal `method.faulty`, `method.scale-unknown`
 */
export async function refuseFaulty(db: ReadableDatabase, definition: MethodDefinition): Promise<void> {
  const problems = checkDefinition(definition, await scaleFor(db, definition))
  const [first] = problems
  if (first === undefined) return
  const params = { ...first.params, context: first.code, problem: first.code, problems: problems.length, path: first.path.join('.') }
  throw new Refusal('method.faulty', params, 'definition')
}

/** Creates a method with its first version. @throws Refusal `method.code-taken`, `method.faulty` */
export async function createMethod(change: Change, { code, labels, definition, note }: NewMethod): Promise<{ methodId: string; versionId: string }> {
  const taken = await change.db.selectFrom('grading_method').select('id').where('code', '=', code).executeTakeFirst()
  if (taken !== undefined) throw new Refusal('method.code-taken', { code }, 'code')
  const named = { ...definition, code, labels }
  await refuseFaulty(change.db, named)
  const methodId = change.newId()
  const last = await change.db.selectFrom('grading_method').select(({ fn }) => fn.max('position').as('position')).executeTakeFirst()
  await change.db.insertInto('grading_method').values({ id: methodId, code, label_zh: labels['zh-CN'], label_en: labels.en, position: (last?.position ?? 0) + 1, created_at: change.at }).execute()
  const versionId = await insertVersion(change, { methodId, version: 1, definition: named, note })
  await change.record({ action: 'grading-method.create', entity: 'grading-method', entityId: methodId, after: { code, labels, version: 1, note }, seals: [{ table: 'grading_method_version', key: versionId }] })
  return { methodId, versionId }
}

/**
 * Adds a version; the ones before stay as they are, and so does everything graded by them. The method goes by the name
 * its newest version has. @throws Refusal `method.unknown`, `method.faulty`
 */
export async function addVersion(change: Change, { methodId, definition, note }: { methodId: string; definition: MethodDefinition; note: string }): Promise<{ versionId: string; version: number }> {
  const method = await change.db.selectFrom('grading_method').selectAll().where('id', '=', methodId).executeTakeFirst()
  if (method === undefined) throw new Refusal('method.unknown')
  const named = { ...definition, code: method.code }
  await refuseFaulty(change.db, named)
  const last = await change.db.selectFrom('grading_method_version').select(({ fn }) => fn.max('version').as('version')).where('method_id', '=', methodId).executeTakeFirst()
  const version = (last?.version ?? 0) + 1
  const versionId = await insertVersion(change, { methodId, version, definition: named, note })
  await change.db.updateTable('grading_method').set({ label_zh: named.labels['zh-CN'], label_en: named.labels.en }).where('id', '=', methodId).execute()
  await change.record({
    action: 'grading-method.add-version',
    entity: 'grading-method',
    entityId: methodId,
    before: { version: version - 1, labels: { 'zh-CN': method.label_zh, en: method.label_en } },
    after: { version, labels: named.labels, note },
    seals: [{ table: 'grading_method_version', key: versionId }],
  })
  return { versionId, version }
}

async function insertVersion(change: Change, { methodId, version, definition, note }: { methodId: string; version: number; definition: MethodDefinition; note: string }): Promise<string> {
  const id = change.newId()
  await change.db.insertInto('grading_method_version').values({ id, method_id: methodId, version, definition: JSON.stringify(definition), note, created_at: change.at, created_by: change.actor.name }).execute()
  return id
}

/**
 * From now on points are graded by this version; nothing graded before changes. The organisation grades by the scale of
 * the method in force, so a method on another scale brings that scale with it.
 * @throws Refusal `method-version.unknown`
 */
export async function putInForce(change: Change, versionId: string): Promise<void> {
  const { definition } = await usableMethod(change.db, versionId)
  const before = await versionIdInForce(change.db)
  if (before === versionId) return
  const { method_id: methodId, version } = await change.db.selectFrom('grading_method_version').select(['method_id', 'version']).where('id', '=', versionId).executeTakeFirstOrThrow()
  const { number } = await change.db.insertInto('method_in_force').values({ method_version_id: versionId, since: change.at, set_by: change.actor.name }).returning('number').executeTakeFirstOrThrow()
  await change.record({ action: 'grading-method.put-in-force', entity: 'grading-method', entityId: methodId, before: { versionId: before ?? null }, after: { versionId, version }, seals: [{ table: 'method_in_force', key: number }] })
  await takeScale(change, definition.scale)
}

async function takeScale(change: Change, scaleCode: string): Promise<void> {
  const organisation = await change.db.selectFrom('organisation').select(['id', 'scale_code', 'revision']).executeTakeFirst()
  if (organisation === undefined || organisation.scale_code === scaleCode) return
  await change.db.updateTable('organisation').set({ scale_code: scaleCode, revision: organisation.revision + 1, updated_at: change.at }).where('id', '=', organisation.id).execute()
  await change.record({ action: 'organisation.change', entity: 'organisation', entityId: organisation.id, before: { scaleCode: organisation.scale_code }, after: { scaleCode } })
}
