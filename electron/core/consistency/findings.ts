import { sql } from 'kysely'
import type { Finding } from '#shared/contract/consistency.ts'
import type { FindingEntity } from '#shared/model/consistency/rules.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { among } from '../lists/page-values.ts'
import { unevenCategories } from './rules/category-sums.ts'

type Found = Omit<Finding, 'rectificationId'>
type Key = number | string
interface Keyed extends Found { readonly key: Key }
type Details = (db: ReadableDatabase, keys: readonly Key[]) => Promise<Keyed[]>

/** The records of one page in the words of the list, in the page's order. */
export async function findingsOf(db: ReadableDatabase, entity: FindingEntity, keys: readonly Key[]): Promise<Found[]> {
  if (keys.length === 0) return []
  const byKey = new Map((await details[entity](db, keys)).map(({ key, ...finding }) => [key, finding]))
  return keys.flatMap((key) => byKey.get(key) ?? [])
}

const details: Readonly<Record<FindingEntity, Details>> = { 'risk-point': points, 'power': powers, 'control-measure': measures, 'post': posts, 'department': departments, 'risk-category': categories, 'rectification': entries }

async function points(db: ReadableDatabase, keys: readonly Key[]): Promise<Keyed[]> {
  const rows = await db.selectFrom('risk_point as r').innerJoin('power as p', 'p.id', 'r.power_id').leftJoin('department as d', 'd.id', 'r.department_id')
    .select(['r.number', 'r.id', 'r.department_id', 'd.name as department', 'r.manifestation', 'p.name as power', 'r.grade_code', 'r.expected_grade', 'r.verified_grade', 'r.responsible_leader', 'r.entry_due_on'])
    .where(among('r.number', keys)).execute()
  return rows.map((row) => ({
    key: row.number, entity: 'risk-point', id: row.id, number: row.number, departmentId: row.department_id, departmentName: row.department, label: row.manifestation, within: row.power,
    params: { grade: row.grade_code, expected: row.expected_grade, verified: row.verified_grade, leader: row.responsible_leader, dueOn: row.entry_due_on },
  }))
}

async function powers(db: ReadableDatabase, keys: readonly Key[]): Promise<Keyed[]> {
  const rows = await db.selectFrom('power as r').leftJoin('department as d', 'd.id', 'r.department_id')
    .select(['r.number', 'r.id', 'r.department_id', 'd.name as department', 'r.name', 'r.code', 'r.benchmark_no', 'r.benchmark_calibrated_on']).where(among('r.number', keys)).execute()
  return rows.map((row) => ({
    key: row.number, entity: 'power', id: row.id, number: row.number, departmentId: row.department_id, departmentName: row.department, label: row.name, within: null,
    params: { code: row.code, benchmark: row.benchmark_no, calibratedOn: row.benchmark_calibrated_on },
  }))
}

async function measures(db: ReadableDatabase, keys: readonly Key[]): Promise<Keyed[]> {
  const rows = await db.selectFrom('control_measure as r').leftJoin('department as d', 'd.id', 'r.department_id')
    .select(['r.number', 'r.id', 'r.department_id', 'd.name as department', 'r.content', 'r.owner', 'r.due_on']).where(among('r.number', keys)).execute()
  return rows.map((row) => ({
    key: row.number, entity: 'control-measure', id: row.id, number: row.number, departmentId: row.department_id, departmentName: row.department, label: row.content, within: null,
    params: { owner: row.owner, dueOn: row.due_on },
  }))
}

async function posts(db: ReadableDatabase, keys: readonly Key[]): Promise<Keyed[]> {
  const rows = await db.selectFrom('post as r').innerJoin('department as d', 'd.id', 'r.department_id').select(['r.number', 'r.id', 'r.department_id', 'd.name as department', 'r.name']).where(among('r.number', keys)).execute()
  return rows.map((row) => ({ key: row.number, entity: 'post', id: row.id, number: row.number, departmentId: row.department_id, departmentName: row.department, label: row.name, within: null, params: {} }))
}

async function departments(db: ReadableDatabase, keys: readonly Key[]): Promise<Keyed[]> {
  const rows = await db.selectFrom('department as r').select(['r.number', 'r.id', 'r.name']).where(among('r.number', keys)).execute()
  return rows.map((row) => ({ key: row.number, entity: 'department', id: row.id, number: row.number, departmentId: row.id, departmentName: row.name, label: row.name, within: null, params: {} }))
}

/** A category is shown by its Chinese word, the master; one that is in no vocabulary by its code. */
async function categories(db: ReadableDatabase, keys: readonly Key[]): Promise<Keyed[]> {
  const { rows } = await sql<{ id: string; kept: number; counted: number; label: string | null }>`SELECT u.id, u.kept, u.counted, v.label_zh AS label FROM (${unevenCategories}) AS u
    LEFT JOIN vocabulary AS v ON v.kind = 'risk-category' AND v.code = u.id WHERE ${among('u.id', keys)}`.execute(db)
  return rows.map(({ id, kept, counted, label }) => ({ key: id, entity: 'risk-category', id, number: null, departmentId: null, departmentName: null, label: label ?? id, within: null, params: { kept, counted } }))
}

async function entries(db: ReadableDatabase, keys: readonly Key[]): Promise<Keyed[]> {
  const rows = await db.selectFrom('rectification as r').leftJoin('department as d', 'd.id', 'r.department_id')
    .select(['r.number', 'r.id', 'r.department_id', 'd.name as department', 'r.problem', 'r.owner', 'r.due_on']).where(among('r.number', keys)).execute()
  return rows.map((row) => ({
    key: row.number, entity: 'rectification', id: row.id, number: row.number, departmentId: row.department_id, departmentName: row.department, label: row.problem, within: null,
    params: { owner: row.owner, dueOn: row.due_on },
  }))
}
