import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { ReadableDatabase } from '../database/database.ts'
import { oneOf } from './rule-query.ts'
import type { RuleQuery, Sql } from './rule-query.ts'

/** Which findings are asked for; everything where nothing is said. */
export interface Asked {
  /** '' stands for records that belong to no department. */
  readonly departmentIds?: readonly string[] | undefined
  /** Only these records. */
  readonly ids?: readonly string[] | undefined
}

interface Source { readonly from: Sql; readonly where: Sql }

/** A rule within what is asked for; undefined where it cannot find anything there. */
function sourceOf({ from, where, few, department = sql`r.department_id` }: RuleQuery, { departmentIds = [], ids }: Asked): Source | undefined {
  if (departmentIds.length > 0 && department === null) return undefined
  const within = departmentIds.length === 0 || department === null ? [] : [inDepartments(department, departmentIds)]
  const whole = ids === undefined || few === undefined ? { from, where } : few
  return { from: whole.from, where: sql.join([whole.where, ...within, ...(ids === undefined ? [] : [oneOf(sql`r.id`, ids)])], sql` AND `) }
}

function inDepartments(department: Sql, departmentIds: readonly string[]): Sql {
  const named = departmentIds.filter((id) => id !== '')
  const among = oneOf(department, named)
  if (named.length === departmentIds.length) return among
  return named.length === 0 ? sql`${department} IS NULL` : sql`(${department} IS NULL OR ${among})`
}

/** Numbers of one range: its records are looked at in some hundredths of a second. */
const numbersAtOnce = 50_000

/** How many records a rule finds. Other work gets its turn between ranges, where the rule is counted by them. */
export async function countRule(db: ReadableDatabase, query: RuleQuery, asked: Asked = {}): Promise<number> {
  const source = sourceOf(query, asked)
  if (source === undefined) return 0
  if (!query.byRanges || asked.ids !== undefined) return countIn(db, source)
  const last = await lastPoint(db)
  let found = 0
  for (let from = 0; from <= last; from += numbersAtOnce) {
    found += await countIn(db, { ...source, where: sql`${source.where} AND r.number > ${from} AND r.number <= ${from + numbersAtOnce}` })
    await setImmediate()
  }
  return found
}

async function countIn(db: ReadableDatabase, { from, where }: Source): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${from} WHERE ${where}`.execute(db)
  return row?.n ?? 0
}

async function lastPoint(db: ReadableDatabase): Promise<number> {
  const { rows: [row] } = await sql<{ last: number | null }>`SELECT max(number) AS last FROM risk_point`.execute(db)
  return row?.last ?? 0
}

/** By what the records of one page are told. */
export async function keysOfPage(db: ReadableDatabase, query: RuleQuery, { offset, limit, ...asked }: Asked & { readonly offset: number; readonly limit: number }): Promise<(number | string)[]> {
  const source = sourceOf(query, asked)
  if (source === undefined) return []
  const { rows } = await sql<{ key: number | string }>`SELECT ${query.key ?? sql`r.number`} AS key FROM ${source.from} WHERE ${source.where} ORDER BY ${query.order} LIMIT ${limit} OFFSET ${offset}`.execute(db)
  return rows.map(({ key }) => key)
}
