import type { Database as Connection } from 'better-sqlite3'
import type { IntegrityProblem } from '../integrity/problem.ts'
import { rowHash } from './row-hash.ts'
import type { StoredRow } from './row-hash.ts'
import { sealedColumnsOf, sealedTables } from './sealed-tables.ts'
import type { Seal, SealedTable } from './sealed-tables.ts'

export interface SealChecker {
  /** Compares what an entry sealed with the rows as they stand. Entries come in the order of the log. */
  check(entry: number, sealed: string): void
  /** What did not fit, rows that no entry sealed included. */
  finish(): IntegrityProblem[]
}

/**
 * Holds the rows of all sealed tables against the seals of the log. Rows and seals come in nearly the same order, so
 * each table is read once beside the log and only what one side has before the other is kept in memory.
 */
export function sealChecker(connection: Connection): SealChecker {
  const tables = new Map(Object.entries(sealedTables).map(([name, table]) => [name, tableChecker(connection, name, table)]))
  const strange: IntegrityProblem[] = []
  const checkOne = (entry: number, [table, key, hash]: Seal): void => {
    const known = tables.get(table)
    if (known !== undefined) known.check(entry, { key, hash })
    else if (strange.length === 0) strange.push({ code: 'integrity.seal-strange', params: { number: entry } })
  }
  return {
    check: (entry, sealed) => {
      const seals = sealsIn(sealed)
      if (seals === undefined) strange.push({ code: 'integrity.seal-strange', params: { number: entry } })
      else for (const seal of seals) checkOne(entry, seal)
    },
    finish: () => [...strange.slice(0, 1), ...[...tables.values()].flatMap((table) => table.finish())],
  }
}

/** @returns undefined for what was never written by the log */
function sealsIn(sealed: string): Seal[] | undefined {
  try {
    const parsed: unknown = JSON.parse(sealed)
    return Array.isArray(parsed) && parsed.every(isSeal) ? parsed : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const isSeal = (value: unknown): value is Seal =>
  Array.isArray(value) && value.length === 3 && typeof value[0] === 'string' && (typeof value[1] === 'string' || typeof value[1] === 'number') && typeof value[2] === 'string'

interface TableChecker {
  check(entry: number, seal: { key: string | number; hash: string }): void
  finish(): IntegrityProblem[]
}

function tableChecker(connection: Connection, table: string, sealedTable: SealedTable): TableChecker {
  const { key, order } = sealedTable
  const rows = connection.prepare<[], StoredRow>(`SELECT ${sealedColumnsOf(sealedTable)} FROM ${table} ORDER BY ${order}`).iterate()
  /** Hashes of rows that were read before their seal came. */
  const waiting = new Map<string | number, string>()
  const wrong: IntegrityProblem[] = []
  const next = (): { key: string | number; hash: string } | undefined => {
    const { value, done } = rows.next()
    return done === true ? undefined : { key: value[key] ?? '', hash: rowHash(table, value) }
  }
  const take = (wanted: string | number): string | undefined => {
    const hash = waiting.get(wanted)
    waiting.delete(wanted)
    if (hash !== undefined) return hash
    for (let row = next(); row !== undefined; row = next()) {
      if (row.key === wanted) return row.hash
      waiting.set(row.key, row.hash)
    }
    return undefined
  }
  return {
    check: (entry, seal) => {
      const hash = take(seal.key)
      if (hash !== seal.hash) wrong.push({ code: hash === undefined ? 'integrity.row-gone' : 'integrity.row-changed', params: { table, key: seal.key, number: entry } })
    },
    finish: () => {
      const left = waiting.keys().next().value ?? next()?.key
      rows.return?.()
      return [...wrong.slice(0, 1), ...(left === undefined ? [] : [{ code: 'integrity.row-unsealed', params: { table, key: left } }])]
    },
  }
}
