import Database from 'better-sqlite3'
import type { Database as Connection } from 'better-sqlite3'
import { differenceKinds } from '#shared/contract/years.ts'
import type { DifferenceFilter, DifferenceKind } from '#shared/contract/years.ts'

/** One point that differs, as far as lists and counts need it; what they show besides is read when it is shown. */
export interface KeptDifference { readonly id: string; readonly departmentId: string; readonly kinds: readonly DifferenceKind[] }

export type KindCounts = Record<DifferenceKind, number>

/** What a comparison found. Lies in a temporary file of the system's, so that its size is no matter. */
export interface ComparisonStore {
  add(differences: readonly KeptDifference[]): void
  count(filter: DifferenceFilter): number
  page(filter: DifferenceFilter, page: { offset: number; limit: number }): { id: string; kinds: DifferenceKind[] }[]
  totals(): KindCounts
  byDepartment(): ({ departmentId: string } & KindCounts)[]
  close(): void
}

const columns = differenceKinds.map((kind) => `is_${kind}`)
const sums = differenceKinds.map((kind) => `coalesce(sum(is_${kind}), 0) AS "${kind}"`).join(', ')

export function comparisonStore(): ComparisonStore {
  const connection = new Database('')
  connection.exec(`CREATE TABLE difference (number INTEGER PRIMARY KEY, id TEXT NOT NULL, department_id TEXT NOT NULL, ${columns.map((column) => `${column} INTEGER NOT NULL`).join(', ')}) STRICT`)
  const insert = connection.prepare(`INSERT INTO difference (id, department_id, ${columns.join(', ')}) VALUES (?, ?, ${columns.map(() => '?').join(', ')})`)
  return {
    add: connection.transaction((differences: readonly KeptDifference[]) => {
      for (const { id, departmentId, kinds } of differences) insert.run(id, departmentId, ...differenceKinds.map((kind) => Number(kinds.includes(kind))))
    }),
    count: (filter) => {
      const { where, values } = conditionsOf(filter)
      return connection.prepare<unknown[], { n: number }>(`SELECT count(*) AS n FROM difference WHERE ${where}`).get(values)?.n ?? 0
    },
    page: (filter, { offset, limit }) => pageOf(connection, filter, { offset, limit }),
    totals: () => kindCounts(connection.prepare<[], KindCounts>(`SELECT ${sums} FROM difference`).get()),
    byDepartment: () => connection.prepare<[], { departmentId: string } & KindCounts>(`SELECT department_id AS departmentId, ${sums} FROM difference GROUP BY department_id`).all(),
    close: () => { connection.close() },
  }
}

const kindCounts = (row: KindCounts | undefined): KindCounts => row ?? { new: 0, cancelled: 0, raised: 0, lowered: 0, measures: 0, text: 0 }

function pageOf(connection: Connection, filter: DifferenceFilter, { offset, limit }: { offset: number; limit: number }): { id: string; kinds: DifferenceKind[] }[] {
  const { where, values } = conditionsOf(filter)
  const rows = connection.prepare<unknown[], Record<string, string | number>>(`SELECT * FROM difference WHERE ${where} ORDER BY number LIMIT ? OFFSET ?`).all([...values, limit, offset])
  return rows.map((row) => ({ id: String(row['id']), kinds: differenceKinds.filter((kind) => row[`is_${kind}`] === 1) }))
}

/** An empty list filters nothing, as in every other list. */
function conditionsOf({ kinds = [], departmentIds = [] }: DifferenceFilter): { where: string; values: string[] } {
  const ofKind = kinds.length === 0 ? 'TRUE' : `(${kinds.map((kind) => `is_${kind} = 1`).join(' OR ')})`
  const ofDepartment = departmentIds.length === 0 ? 'TRUE' : `department_id IN (${departmentIds.map(() => '?').join(', ')})`
  return { where: `${ofKind} AND ${ofDepartment}`, values: departmentIds }
}
