import { sql } from 'kysely'
import type { ReadableDatabase } from '../database/database.ts'
import { allOf, conditionsOf, sourceOf } from './conditions.ts'
import type { Condition, Selection } from './filter-rules.ts'
import type { AnyList } from './list-kind.ts'

/** How many records pass: from totals where they can tell, from the search table alone where only text is asked for. */
export async function countRows(db: ReadableDatabase, list: AnyList, selection: Selection): Promise<number> {
  const totals = totalsFor(list, selection)
  if (totals !== undefined) return numberIn(db, totals)
  if (selection.match !== undefined && selection.rules.length === 0) return numberIn(db, sql`SELECT count(*) AS n FROM ${sql.table(list.search)} WHERE ${sql.table(list.search)} MATCH ${selection.match}`)
  return countBySearch(db, list, selection)
}

/** All records in force. */
export async function countAll(db: ReadableDatabase, list: AnyList): Promise<number> {
  const totals = totalsFor(list, { totals: [] })
  if (totals === undefined) throw new Error(`${list.table} has no totals`)
  return numberIn(db, totals)
}

function totalsFor(list: AnyList, { totals }: Pick<Selection, 'totals'>): Condition | undefined {
  const kept = totals && list.totals.find(({ columns }) => totals.every(({ column }) => columns.includes(column)))
  if (kept === undefined) return undefined
  const where = totals === undefined || totals.length === 0 ? sql`` : sql`WHERE ${allOf(totals.map(({ condition }) => condition))}`
  return sql`SELECT coalesce(sum(${sql.ref(kept.sum)}), 0) AS n FROM ${sql.table(kept.table)} ${where}`
}

/** Counts the records themselves, with conditions beside those of the filter. */
export function countBySearch(db: ReadableDatabase, list: AnyList, selection: Selection, more: readonly Condition[] = []): Promise<number> {
  const { from, conditions } = sourceOf(list, selection)
  return numberIn(db, sql`SELECT count(*) AS n FROM ${from} WHERE ${allOf([...conditions, ...conditionsOf(selection), ...more])}`)
}

async function numberIn(db: ReadableDatabase, query: Condition): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`${query}`.execute(db)
  return row?.n ?? 0
}
