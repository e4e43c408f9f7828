import type { Database as Connection } from 'better-sqlite3'
import type { IntegrityProblem } from './problem.ts'

/** Enough to see what is the matter; a badly damaged file would go on for ever. */
const mostProblems = 100

/** SQLite's own examination of pages, indexes and constraints of a file. */
export function structureProblems(connection: Connection): IntegrityProblem[] {
  const said = connection.prepare<[], string>(`PRAGMA integrity_check(${mostProblems})`).pluck().all()
  return said.filter((line) => line !== 'ok').map((detail) => ({ code: 'integrity.structure', params: { detail } }))
}

/** References that lead nowhere, by table. */
export function referenceProblems(connection: Connection): IntegrityProblem[] {
  const broken = connection.prepare<[], { table: string; parent: string; rows: number }>(
    'SELECT "table", "parent", count(*) AS rows FROM pragma_foreign_key_check GROUP BY "table", "parent"').all()
  return broken.map(({ table, parent, rows }) => ({ code: 'integrity.reference', params: { table, parent, rows } }))
}

/** Rows by table. Shadow tables of the search index are left to SQLite. */
export function rowCounts(connection: Connection): Map<string, number> {
  const tables = connection.prepare<[], string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name").pluck().all()
  return new Map(tables.map((name) => [name, connection.prepare<[], number>(`SELECT count(*) FROM "${name}"`).pluck().get() ?? 0]))
}

/** Where a copy holds another number of rows than what it was made from. */
export function rowCountProblems(source: Map<string, number>, copy: Map<string, number>): IntegrityProblem[] {
  const tables = [...new Set([...source.keys(), ...copy.keys()])]
  return tables
    .filter((table) => source.get(table) !== copy.get(table))
    .map((table) => ({ code: 'integrity.rows-differ', params: { table, expected: source.get(table) ?? 0, found: copy.get(table) ?? 0 } }))
}
