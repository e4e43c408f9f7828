import { sql } from 'kysely'
import type { Condition, Selection } from './filter-rules.ts'
import type { AnyList } from './list-kind.ts'

/** Whether the conditions of a filter may choose the index. */
export type MayIndex = (filter: string) => boolean

/** Records in force that pass a selection; others where it asks for them. */
export function conditionsOf(selection: Selection, mayIndex: MayIndex = () => true): Condition[] {
  const { today } = selection
  const rules = selection.rules.map(({ name, rows }) => rows({ today, column: mayIndex(name) ? indexed : unindexed }))
  return selection.withdrawn ? rules : [sql`r.state = 'in-force'`, ...rules]
}

const indexed = (name: string): Condition => sql.ref(`r.${name}`)

/** The plus sign keeps SQLite from using an index for this column; it is evaluated like the column alone. */
const unindexed = (name: string): Condition => sql`+${sql.ref(`r.${name}`)}`

export interface Source { readonly from: Condition; readonly conditions: readonly Condition[] }

/** The listed records as `r`; where text is asked for, the search table leads, in the order of its rowid, their number. */
export function sourceOf(list: AnyList, selection: Selection): Source {
  const table = sql.table(list.table)
  if (selection.match === undefined) return { from: sql`${table} AS r`, conditions: [] }
  const search = sql.table(list.search)
  return {
    from: sql`${search} CROSS JOIN ${table} AS r ON r.number = ${search}.rowid`,
    conditions: [sql`${search} MATCH ${selection.match}`],
  }
}

/** The same records led by an index of their own table: what the text search finds is collected first and looked up. */
export function walkedSource(list: AnyList, { match }: Selection): Source {
  const search = sql.table(list.search)
  return {
    from: sql`${sql.table(list.table)} AS r`,
    conditions: match === undefined ? [] : [sql`+r.number IN (SELECT rowid FROM ${search} WHERE ${search} MATCH ${match})`],
  }
}

export const allOf = (conditions: readonly Condition[]): Condition => sql.join(conditions, sql` AND `)
