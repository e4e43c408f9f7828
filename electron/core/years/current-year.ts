import { sql } from 'kysely'
import type { CurrentYear } from '#shared/contract/years.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { YearMark } from '#shared/model/states.ts'
import type { Core } from '../core.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'

/** The year that is being worked in; undefined while none has been started from another. */
export const workingYear = (db: ReadableDatabase): Promise<Row<'working_year'> | undefined> =>
  db.selectFrom('working_year').selectAll().orderBy('year', 'desc').limit(1).executeTakeFirst()

/** The latest frozen year. */
export const lastFrozen = (db: ReadableDatabase): Promise<Row<'archive'> | undefined> =>
  db.selectFrom('archive').selectAll().orderBy('year', 'desc').limit(1).executeTakeFirst()

/** The frozen year that a year would be carried over from, or why it cannot be started. */
export async function startOf(db: ReadableDatabase, year: number, calendarYear: number): Promise<Row<'archive'> | Refusal> {
  const [working, frozen] = [await workingYear(db), await lastFrozen(db)]
  if (working !== undefined && (frozen === undefined || frozen.year < working.year)) return new Refusal('year.last-not-frozen', { year: working.year }, 'year')
  if (frozen === undefined) return new Refusal('year.nothing-frozen', {}, 'year')
  if (year <= frozen.year) return new Refusal('year.already-begun', { year, last: frozen.year }, 'year')
  // A year cannot be taken back once it has begun, so one that lies far ahead is taken for a slip of the hand.
  if (year > calendarYear + 1) return new Refusal('year.too-far', { year, latest: calendarYear + 1 }, 'year')
  return frozen
}

/** Where the year stands: which it is, what could follow, and what it has done to the records so far. */
export async function currentYear({ database: { read }, env }: Pick<Core, 'database' | 'env'>): Promise<CurrentYear> {
  const calendarYear = Number(env.localDate(env.now()).slice(0, 4))
  const [working, frozen] = [await workingYear(read), await lastFrozen(read)]
  const last = working?.year ?? frozen?.year
  const next = last === undefined ? calendarYear + 1 : last + 1
  const start = await startOf(read, next, calendarYear)
  return {
    year: working?.year ?? null,
    carriedFrom: working?.carried_from ?? null,
    startedAt: working?.started_at ?? null,
    startedBy: working?.started_by ?? null,
    next,
    obstacle: start instanceof Refusal ? { code: start.code, params: start.params } : null,
    marks: (await Promise.all(tables.map(({ entity, table }) => marksOf(read, entity, table)))).flat(),
    gradesToConfirm: await gradesToConfirm(read),
  }
}

const tables = [{ entity: 'power', table: 'power' }, { entity: 'risk-point', table: 'risk_point' }, { entity: 'control-measure', table: 'control_measure' }] as const

/** What was entered and withdrawn again within the year counts as nothing. */
async function marksOf(db: ReadableDatabase, entity: (typeof tables)[number]['entity'], table: string): Promise<CurrentYear['marks']> {
  const { rows } = await sql<{ mark: YearMark; records: number }>`SELECT year_mark AS mark, count(*) AS records FROM ${sql.table(table)}
    WHERE (state = 'in-force' OR year_mark = 'cancelled') AND year_mark IS NOT NULL GROUP BY year_mark`.execute(db)
  return rows.map((row) => ({ entity, ...row }))
}

async function gradesToConfirm(db: ReadableDatabase): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`SELECT count(*) AS n FROM risk_point WHERE state = 'in-force' AND grade_to_confirm = 1`.execute(db)
  return row?.n ?? 0
}
