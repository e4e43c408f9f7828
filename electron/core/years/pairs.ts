import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { StoredRow } from '../archive/register-tables.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { materialColumn } from './material.ts'
import type { MaterialKind } from './material.ts'

/** Records read from each side at once. */
const pageSize = 500

export type MaterialRow = StoredRow & { readonly id: string; readonly number: number }

/** One record as it stood in force on the earlier and on the later side; absent where it did not. */
export interface Pair {
  readonly id: string
  readonly before: MaterialRow | undefined
  readonly after: MaterialRow | undefined
  /** The columns and lists in which both differ. */
  readonly changed: readonly string[]
}

interface Sides { readonly earlier: ReadableDatabase; readonly later: ReadableDatabase }

/**
 * The records in force of two registers side by side, matched by their ids. Both are walked in order of the id, so that
 * never more than a page of each is held.
 */
export async function* pairs({ earlier, later }: Sides, kind: MaterialKind): AsyncGenerator<Pair[], void, void> {
  for (let after = ''; ;) {
    const [before, now] = await Promise.all([page(earlier, kind, after), page(later, kind, after)])
    const end = commonEnd(before, now)
    if (end === undefined) return
    const [left, right] = [upTo(before, end), upTo(now, end)]
    yield await matched({ earlier, later }, kind, { left, right })
    after = end
    await setImmediate()
  }
}

async function page(db: ReadableDatabase, { table, columns }: MaterialKind, after: string): Promise<MaterialRow[]> {
  const wanted = ['id', 'number', ...table === 'risk_point' ? ['grade_rank'] : [], ...columns]
  const { rows } = await sql<MaterialRow>`SELECT ${sql.join(wanted.map((column) => materialColumn(table, column)))} FROM ${sql.table(table)}
    WHERE id > ${after} AND +state = 'in-force' ORDER BY id LIMIT ${pageSize}`.execute(db)
  return rows
}

/** As far as both pages reach: behind the end of a full page there may be more. */
function commonEnd(left: readonly MaterialRow[], right: readonly MaterialRow[]): string | undefined {
  const ends = [left, right].map((rows) => ({ last: rows.at(-1)?.id, full: rows.length === pageSize }))
  const open = ends.flatMap(({ last, full }) => (full && last !== undefined ? [last] : []))
  if (open.length > 0) return open.toSorted()[0]
  return ends.flatMap(({ last }) => last ?? []).toSorted().at(-1)
}

const upTo = (rows: readonly MaterialRow[], end: string): Map<string, MaterialRow> => new Map(rows.filter(({ id }) => id <= end).map((row) => [row.id, row]))

async function matched({ earlier, later }: Sides, kind: MaterialKind, { left, right }: { left: Map<string, MaterialRow>; right: Map<string, MaterialRow> }): Promise<Pair[]> {
  const both = [...left.keys()].filter((id) => right.has(id))
  const lists = await Promise.all(Object.entries(kind.lists).map(async ([name, read]) => ({ name, was: await read(earlier, both), is: await read(later, both) })))
  const changedIn = (id: string, before: MaterialRow, after: MaterialRow): string[] => [
    ...kind.columns.filter((column) => before[column] !== after[column]),
    ...lists.filter(({ was, is }) => was.get(id) !== is.get(id)).map(({ name }) => name),
  ]
  return [...new Set([...left.keys(), ...right.keys()])].toSorted().map((id) => {
    const [before, after] = [left.get(id), right.get(id)]
    return { id, before, after, changed: before && after ? changedIn(id, before, after) : [] }
  })
}
