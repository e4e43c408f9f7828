import { STATED, statedMethodFor } from '#shared/model/grading/stated-method.ts'
import type { Scale } from '#shared/model/scales.ts'
import type { Change } from '../../database/database.ts'
import { addVersion, createMethod } from '../../grading/method-records.ts'
import { toDefinition } from '../../grading/methods.ts'

/**
 * The version by which grades that forms state are recorded on a scale. A scale that has none yet, or got another level
 * since, gets a new one; it stays when the import is undone, as every version does.
 */
export async function statedMethodVersion(change: Change, scale: Scale): Promise<string> {
  const definition = statedMethodFor(scale)
  const method = await change.db.selectFrom('grading_method').select('id').where('code', '=', STATED).executeTakeFirst()
  if (method === undefined) return (await createMethod(change, { code: STATED, labels: definition.labels, definition, note: '' })).versionId
  const versions = await change.db.selectFrom('grading_method_version').select(['id', 'definition']).where('method_id', '=', method.id).orderBy('version', 'desc').execute()
  const fitting = versions.find((version) => gives(toDefinition(version.definition), scale))
  return fitting?.id ?? (await addVersion(change, { methodId: method.id, definition, note: '' })).versionId
}

function gives(definition: ReturnType<typeof toDefinition>, scale: Scale): boolean {
  if (definition.kind !== 'choice' || definition.scale !== scale.code) return false
  return scale.levels.every(({ code }) => definition.factor.options.some(({ value, grade }) => value === code && grade === code))
}
