import type { Method } from '#shared/contract/grading.ts'
import { methodDefinitionSchema } from '#shared/model/grading/definition.ts'
import type { MethodDefinition } from '#shared/model/grading/definition.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Scale } from '#shared/model/scales.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { findScale } from './stored-scales.ts'

/** A version of a method, ready to grade by. */
export interface UsableMethod {
  readonly versionId: string
  readonly definition: MethodDefinition
  readonly scale: Scale
}

export function toDefinition(json: string): MethodDefinition {
  return methodDefinitionSchema.parse(JSON.parse(json))
}

/** Id of the version in force; undefined before one was put in force. */
export async function versionIdInForce(db: ReadableDatabase): Promise<string | undefined> {
  const row = await db.selectFrom('method_in_force').select('method_version_id').orderBy('number', 'desc').limit(1).executeTakeFirst()
  return row?.method_version_id
}

/** @throws Refusal `method-version.unknown`, `method.scale-unknown` */
export async function usableMethod(db: ReadableDatabase, versionId: string): Promise<UsableMethod> {
  const row = await db.selectFrom('grading_method_version').select('definition').where('id', '=', versionId).executeTakeFirst()
  if (row === undefined) throw new Refusal('method-version.unknown')
  const definition = toDefinition(row.definition)
  return { versionId, definition, scale: await scaleFor(db, definition) }
}

/** @throws Refusal `method.none-in-force` before one was put in force */
export async function methodInForce(db: ReadableDatabase): Promise<UsableMethod> {
  const versionId = await versionIdInForce(db)
  if (versionId === undefined) throw new Refusal('method.none-in-force')
  return usableMethod(db, versionId)
}

/** The scale a definition gives grades of. @throws Refusal `method.scale-unknown` */
export async function scaleFor(db: ReadableDatabase, definition: MethodDefinition): Promise<Scale> {
  const scale = await findScale(db, definition.scale)
  if (scale === undefined) throw new Refusal('method.scale-unknown', { scale: definition.scale })
  return scale
}

/** All methods in their order, each with its versions, newest first. */
export async function listMethods(db: ReadableDatabase): Promise<{ methods: Method[]; inForceVersionId: string }> {
  const inForce = (await versionIdInForce(db)) ?? ''
  const uses = await usesByVersion(db)
  const methods = await db.selectFrom('grading_method').selectAll().orderBy('position').orderBy('code').execute()
  const versions = await db.selectFrom('grading_method_version').selectAll().orderBy('version', 'desc').execute()
  const ofMethod = Map.groupBy(versions, (version) => version.method_id)
  return {
    inForceVersionId: inForce,
    methods: methods.map((method) => ({
      id: method.id,
      code: method.code,
      labels: { 'zh-CN': method.label_zh, en: method.label_en },
      versions: (ofMethod.get(method.id) ?? []).map((row) => ({
        id: row.id,
        version: row.version,
        definition: toDefinition(row.definition),
        note: row.note,
        createdAt: row.created_at,
        createdBy: row.created_by,
        inForce: row.id === inForce,
        uses: uses.get(row.id) ?? 0,
      })),
    })),
  }
}

async function usesByVersion(db: ReadableDatabase): Promise<Map<string, number>> {
  const rows = await db.selectFrom('grading').select(({ fn }) => ['method_version_id', fn.countAll<number>().as('uses')]).groupBy('method_version_id').execute()
  return new Map(rows.map((row) => [row.method_version_id, row.uses]))
}
