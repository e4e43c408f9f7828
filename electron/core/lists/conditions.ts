import { sql } from 'kysely'
import type { Condition, Selection } from './filter-rules.ts'
import type { AnyList } from './list-kind.ts'

/** Whether the conditions of a filter may choose the index. */
export type MayIndex = (filter: string) => boolean

/** Records in force that pass a selection. */
export function conditionsOf(selection: Selection, mayIndex: MayIndex = () => true): Condition[] {
  const { today } = selection
  const rules = selection.rules.map(({ name, rows }) => rows({ today, column: mayIndex(name) ? indexed : unindexed }))
  return [sql`r.state = 'in-force'`, ...rules]
}

const indexed = (name: string): Condition => sql.ref(`r.${name}`)

/** The plus sign keeps SQLite from using an index for this column; it is evaluated like the column alone. */
const unindexed = (name: string): Condition => sql`+${sql.ref(`r.${name}`)}`

/** The listed records as `r`; where text is asked for, only those the search table finds, in order of number. */
export function sourceOf(list: AnyList, selection: Selection): { from: Condition; conditions: Condition[] } {
  const table = sql.table(list.table)
  if (selection.match === undefined) return { from: sql`${table} AS r`, conditions: [] }
  const search = sql.table(list.search)
  return {
    from: sql`${search} CROSS JOIN ${table} AS r ON r.number = ${search}.rowid`,
    conditions: [sql`${search} MATCH ${selection.match}`],
  }
}

export const allOf = (conditions: readonly Condition[]): Condition => sql.join(conditions, sql` AND `)
