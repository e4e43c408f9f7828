import { sql } from 'kysely'
import type { ReadableDatabase } from '../database/database.ts'
import { allOf, conditionsOf, sourceOf } from './conditions.ts'
import type { Condition, Selection } from './filter-rules.ts'
import type { AnyList } from './list-kind.ts'

/** How many records pass: from the totals where they can tell, from the search table alone where only text is asked for. */
export async function countRows(db: ReadableDatabase, list: AnyList, selection: Selection): Promise<number> {
  if (selection.totals !== undefined) return countInTotals(db, list, selection.totals)
  if (selection.match !== undefined && selection.rules.length === 0) return numberIn(db, sql`SELECT count(*) AS n FROM ${sql.table(list.search)} WHERE ${sql.table(list.search)} MATCH ${selection.match}`)
  return countBySearch(db, list, selection)
}

/** All records in force. */
export const countAll = (db: ReadableDatabase, list: AnyList): Promise<number> => countInTotals(db, list, [])

/** Counts the records themselves, with conditions beside those of the filter. */
export function countBySearch(db: ReadableDatabase, list: AnyList, selection: Selection, more: readonly Condition[] = []): Promise<number> {
  const { from, conditions } = sourceOf(list, selection)
  return numberIn(db, sql`SELECT count(*) AS n FROM ${from} WHERE ${allOf([...conditions, ...conditionsOf(selection), ...more])}`)
}

function countInTotals(db: ReadableDatabase, { totals }: AnyList, conditions: readonly Condition[]): Promise<number> {
  const where = conditions.length === 0 ? sql`` : sql`WHERE ${allOf(conditions)}`
  return numberIn(db, sql`SELECT coalesce(sum(${sql.ref(totals.sum)}), 0) AS n FROM ${sql.table(totals.table)} ${where}`)
}

async function numberIn(db: ReadableDatabase, query: Condition): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`${query}`.execute(db)
  return row?.n ?? 0
}
