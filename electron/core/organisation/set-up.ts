import type { OrganisationInput } from '#shared/contract/organisation.ts'
import { builtInMethods, choiceMethod } from '#shared/model/grading/built-in-methods.ts'
import type { MethodDefinition } from '#shared/model/grading/definition.ts'
import { defaultScales } from '#shared/model/scales.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { supplyTemplates } from '../assessment/templates.ts'
import type { Change } from '../database/database.ts'
import { readOrganisation } from './organisation-record.ts'
import { soundOrganisation } from './organisation-rules.ts'
import { measureKinds } from './seeds/measure-kinds.ts'
import { powerTypes } from './seeds/power-types.ts'
import { responsibleRoles } from './seeds/responsible-roles.ts'
import { riskCategories } from './seeds/risk-categories.ts'
import { insertVocabularyItem } from './vocabulary-records.ts'

/** The scale a new register grades by. */
const firstScale = 'three'

/** The method in force at first: the only one whose grades can be read from a workbook as they stand. */
const firstMethod = choiceMethod.code

/**
 * First start: the organisation, and with it what the field knows: vocabularies, scales, grading methods and templates of assessment. All of it
 * is data that users edit afterwards.
 * @returns the organisation's id
 * @throws Refusal `organisation.exists`, and what `soundOrganisation` refuses
 */
export async function setUpOrganisation(change: Change, input: OrganisationInput): Promise<string> {
  if (await readOrganisation(change.db) !== null) throw new Refusal('organisation.exists')
  const sound = soundOrganisation(input)
  await enterScales(change)
  const id = await enterOrganisation(change, sound)
  for (const items of [powerTypes, riskCategories, measureKinds, responsibleRoles]) {
    for (const [index, item] of items.entries()) await insertVocabularyItem(change, { ...item, position: index + 1 })
  }
  for (const [index, definition] of builtInMethods.entries()) await enterMethod(change, definition, index + 1)
  await supplyTemplates(change)
  return id
}

async function enterScales(change: Change): Promise<void> {
  for (const { code, labels, levels } of defaultScales) {
    await change.db.insertInto('scale').values({ code, label_zh: labels['zh-CN'], label_en: labels.en, levels: JSON.stringify(levels) }).execute()
    await change.record({ action: 'scale.create', entity: 'scale', entityId: code, after: { labels, levels } })
  }
}

async function enterOrganisation(change: Change, input: OrganisationInput): Promise<string> {
  const id = change.newId()
  const { name, creditCode, regionCode, level, parentName } = input
  await change.db.insertInto('organisation').values({
    id, name, credit_code: creditCode, region_code: regionCode, level, parent_name: parentName, scale_code: firstScale,
    created_at: change.at, updated_at: change.at,
  }).execute()
  await change.record({ action: 'organisation.create', entity: 'organisation', entityId: id, after: { ...input, scaleCode: firstScale } })
  return id
}

async function enterMethod(change: Change, definition: MethodDefinition, position: number): Promise<void> {
  const [methodId, versionId] = [change.newId(), change.newId()]
  const { code, labels } = definition
  await change.db.insertInto('grading_method')
    .values({ id: methodId, code, label_zh: labels['zh-CN'], label_en: labels.en, position, created_at: change.at }).execute()
  await change.db.insertInto('grading_method_version')
    .values({ id: versionId, method_id: methodId, version: 1, definition: JSON.stringify(definition), created_at: change.at, created_by: change.actor.name }).execute()
  await change.record({ action: 'grading-method.create', entity: 'grading-method', entityId: methodId, after: { code, labels, version: 1, versionId }, seals: [{ table: 'grading_method_version', key: versionId }] })
  if (code !== firstMethod) return
  const { number } = await change.db.insertInto('method_in_force').values({ method_version_id: versionId, since: change.at, set_by: change.actor.name }).returning('number').executeTakeFirstOrThrow()
  await change.record({ action: 'grading-method.put-in-force', entity: 'grading-method', entityId: methodId, after: { version: 1, versionId }, seals: [{ table: 'method_in_force', key: number }] })
}
