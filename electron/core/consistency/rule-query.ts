import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

export type Sql = RawBuilder<unknown>

/** What rules go by besides the records themselves; read once for a run. */
export interface RuleSetting {
  /** Local calendar dates. */
  readonly today: string
  /** A benchmark calibrated before this day is due again. */
  readonly calibratedSince: string
  /** The heaviest grade of the organisation's scale, and the words for who answers for it. */
  readonly heaviest: { readonly grade: string; readonly leaders: readonly string[] }
  /** Versions of methods by which nobody grades any more. */
  readonly formerVersions: readonly string[]
}

/** How a rule finds its records. Conditions are written as the index over them has them, so that it serves. */
export interface RuleQuery {
  /** The tables; the record found is `r`. */
  readonly from: Sql
  readonly where: Sql
  /** The same for a handful of records known by their ids, where the way above would go through all there are. */
  readonly few?: { readonly from: Sql; readonly where: Sql }
  /** Whether risk points are counted a range of numbers at a time: many have to be looked at for the few that are found. */
  readonly byRanges?: boolean
  /** The order of the index, so that a page needs no sorting. */
  readonly order: Sql
  /** By what a record is told from others of its kind; its number where nothing is said. */
  readonly key?: Sql
  /** Where its department stands; null where what is found belongs to none. */
  readonly department?: Sql | null
}

/** One rule: what it finds, whatever department or point is asked for. */
export type RuleFinder = (setting: RuleSetting) => RuleQuery

export const byDepartment = sql`r.department_id, r.number`
export const byNumber = sql`r.number`

/** Records in force for which something holds. */
export const inForce = (table: 'risk_point' | 'power' | 'control_measure' | 'post' | 'department', condition: Sql, order: Sql = byDepartment): RuleQuery =>
  ({ from: sql`${sql.table(table)} AS r`, where: sql`r.state = 'in-force' AND ${condition}`, order })

/** One of several values, as a single parameter. */
export const oneOf = (column: Sql, values: readonly string[]): Sql => sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`
