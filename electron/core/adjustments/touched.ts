import { sql } from 'kysely'
import type { Criteria, TouchedPoint, TouchedPower, touchedWays } from '#shared/contract/adjustments.ts'
import { keyOf } from '#shared/model/text-key.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { matchExpression } from '../search/match-expression.ts'

type Way = (typeof touchedWays)[number]
type Ways = Map<string, Set<Way>>

/** What an adjustment touches, with why, by identifier. */
export interface Touched { readonly powers: Ways; readonly points: Ways }

const note = (ways: Ways, ids: readonly string[], way: Way): void => {
  for (const id of ids) ways.set(id, (ways.get(id) ?? new Set<Way>()).add(way))
}

/**
 * Everything in force that one of the criteria finds. A power that is touched by its legal basis, its department, its
 * post or by choice touches all its risk points; a process step only those that stand on it, a post also those it
 * bears on other powers.
 */
export async function findTouched(db: ReadableDatabase, { basis, departmentIds, postIds, step, powerIds }: Criteria): Promise<Touched> {
  const [powers, points, whole]: [Ways, Ways, Set<string>] = [new Map(), new Map(), new Set()]
  const wholly = (ids: readonly string[], way: Way): void => {
    note(powers, ids, way)
    for (const id of ids) whole.add(id)
  }
  wholly(await powersByBasis(db, basis), 'basis')
  const among = (column: 'department_id' | 'post_id' | 'id', ids: readonly string[]) => db.selectFrom('power').select('id').where('state', '=', 'in-force').where(column, 'in', ids).execute()
  if (departmentIds.length > 0) wholly((await among('department_id', departmentIds)).map(({ id }) => id), 'department')
  if (postIds.length > 0) wholly((await among('post_id', postIds)).map(({ id }) => id), 'post')
  if (powerIds.length > 0) wholly((await among('id', powerIds)).map(({ id }) => id), 'chosen')
  for (const [column, ids, way] of [['department_id', departmentIds, 'department'], ['post_id', postIds, 'post']] as const) {
    if (ids.length === 0) continue
    note(points, (await db.selectFrom('risk_point').select('id').where('state', '=', 'in-force').where(column, 'in', ids).execute()).map(({ id }) => id), way)
  }
  await findBySteps(db, step, { powers, points })
  for (const ids of inChunks([...whole])) {
    const rows = await db.selectFrom('risk_point').select('id').where('power_id', 'in', ids).where('state', '=', 'in-force').execute()
    note(points, rows.map(({ id }) => id), 'power')
  }
  return { powers, points }
}

async function powersByBasis(db: ReadableDatabase, text: string): Promise<string[]> {
  const match = matchExpression(text, ['basis'])
  if (match === undefined) return []
  const { rows } = await sql<{ id: string }>`SELECT p.id FROM power_text JOIN power AS p ON p.number = power_text.rowid WHERE power_text MATCH ${match} AND p.state = 'in-force'`.execute(db)
  return rows.map(({ id }) => id)
}

async function findBySteps(db: ReadableDatabase, name: string, { powers, points }: Touched): Promise<void> {
  const key = keyOf(name)
  if (key === '') return
  const steps = await db.selectFrom('process_step as s').innerJoin('power as p', 'p.id', 's.power_id').select(['s.id', 'p.id as power']).where('p.state', '=', 'in-force').where(sql<boolean>`instr(s.name_key, ${key}) > 0`).execute()
  note(powers, steps.map(({ power }) => power), 'step')
  for (const ids of inChunks(steps.map(({ id }) => id))) {
    const rows = await db.selectFrom('risk_point').select('id').where('step_id', 'in', ids).where('state', '=', 'in-force').execute()
    note(points, rows.map(({ id }) => id), 'step')
  }
}

/** Identifiers by as many as one statement takes. */
export const inChunks = <T>(ids: readonly T[], size = 500): T[][] => Array.from({ length: Math.ceil(ids.length / size) }, (_, index) => ids.slice(index * size, (index + 1) * size))

const waysOf = (ways: Ways, id: string): Way[] => [...ways.get(id) ?? []]

/** The first rows of what is touched, for looking over before anything is recorded. */
export async function showTouched(db: ReadableDatabase, criteria: Criteria, limit: number): Promise<{ powers: { total: number; rows: TouchedPower[] }; points: { total: number; rows: TouchedPoint[] } }> {
  const { powers, points } = await findTouched(db, criteria)
  const powerRows = await db.selectFrom('power as p').leftJoin('department as d', 'd.id', 'p.department_id').select(['p.id', 'p.number', 'p.name', 'd.name as departmentName', 'p.risk_count as points'])
    .where('p.id', 'in', [...powers.keys()].slice(0, limit)).orderBy('p.number').execute()
  const pointRows = await db.selectFrom('risk_point as r').innerJoin('power as p', 'p.id', 'r.power_id').leftJoin('department as d', 'd.id', 'r.department_id')
    .select(['r.id', 'r.number', 'r.power_id as powerId', 'p.name as powerName', 'd.name as departmentName', 'r.manifestation', 'r.grade_code as grade'])
    .where('r.id', 'in', [...points.keys()].slice(0, limit)).orderBy('p.number').orderBy('r.number').execute()
  return {
    powers: { total: powers.size, rows: powerRows.map((row) => ({ ...row, ways: waysOf(powers, row.id) })) },
    points: { total: points.size, rows: pointRows.map((row) => ({ ...row, ways: waysOf(points, row.id) })) },
  }
}
