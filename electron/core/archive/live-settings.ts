import type { Scale } from '#shared/model/scales.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { toDefinition, versionIdInForce } from '../grading/methods.ts'
import { toScale } from '../grading/stored-scales.ts'
import type { SnapshotDepartment, SnapshotMethod, SnapshotOrganisation, SnapshotPost, SnapshotVocabulary } from './snapshot.ts'

export async function liveOrganisation(db: ReadableDatabase): Promise<SnapshotOrganisation[]> {
  const rows = await db.selectFrom('organisation').selectAll().orderBy('number').execute()
  return rows.map((row) => ({ id: row.id, name: row.name, creditCode: row.credit_code, regionCode: row.region_code, level: row.level, parentName: row.parent_name, scaleCode: row.scale_code }))
}

/** The withdrawn ones too: what was graded while they stood still bears their names. */
export async function liveDepartments(db: ReadableDatabase): Promise<SnapshotDepartment[]> {
  const rows = await db.selectFrom('department').selectAll().orderBy('number').execute()
  return rows.map((row) => ({ id: row.id, name: row.name, position: row.position, headTitle: row.head_title, state: row.state }))
}

export async function livePosts(db: ReadableDatabase): Promise<SnapshotPost[]> {
  const rows = await db.selectFrom('post').selectAll().orderBy('number').execute()
  return rows.map((row) => ({ id: row.id, departmentId: row.department_id, name: row.name, duties: row.duties, state: row.state }))
}

export async function liveVocabulary(db: ReadableDatabase): Promise<SnapshotVocabulary[]> {
  const rows = await db.selectFrom('vocabulary').selectAll().orderBy('kind').orderBy('position').orderBy('code').execute()
  return rows.map((row) => ({ kind: row.kind, code: row.code, position: row.position, labels: { 'zh-CN': row.label_zh, en: row.label_en }, active: row.active === 1 }))
}

export async function liveScales(db: ReadableDatabase): Promise<Scale[]> {
  const rows = await db.selectFrom('scale').selectAll().orderBy('code').execute()
  return rows.map(toScale)
}

/** The version in force and every version by which a point in force is graded now. */
export async function liveMethods(db: ReadableDatabase): Promise<SnapshotMethod[]> {
  const inForce = await versionIdInForce(db)
  const used = db.selectFrom('risk_point').innerJoin('grading', 'grading.id', 'risk_point.grading_id').select('grading.method_version_id').where('risk_point.state', '=', 'in-force')
  const rows = await db.selectFrom('grading_method_version as v').innerJoin('grading_method as m', 'm.id', 'v.method_id')
    .select(['v.id', 'v.version', 'v.definition', 'v.note', 'm.code', 'm.label_zh', 'm.label_en'])
    .where((eb) => eb.or([eb('v.id', 'in', used), ...(inForce === undefined ? [] : [eb('v.id', '=', inForce)])]))
    .orderBy('m.position').orderBy('m.code').orderBy('v.version').execute()
  return rows.map((row) => ({
    id: row.id, methodCode: row.code, labels: { 'zh-CN': row.label_zh, en: row.label_en }, version: row.version, definition: toDefinition(row.definition), note: row.note, inForce: row.id === inForce,
  }))
}
