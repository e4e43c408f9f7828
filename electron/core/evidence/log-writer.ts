import type { Database as Connection, Statement } from 'better-sqlite3'
import { entryColumns, entryHash, valuesOf } from './entry-hash.ts'
import type { LogEntry } from './entry-hash.ts'
import { rowHash } from './row-hash.ts'
import type { StoredRow } from './row-hash.ts'
import { sealedColumnsOf, sealedTables } from './sealed-tables.ts'
import type { RowToSeal, Seal, SealedTableName } from './sealed-tables.ts'

/** The last entry of the log; number 0 and an empty hash where there is none. */
export interface LogHead { readonly number: number; readonly hash: string; readonly at: string }

/** An entry as a change hands it over; its number, its seals and its hash follow from the log. */
export interface NewEntry extends Omit<LogEntry, 'number' | 'sealed'> { readonly seals: readonly RowToSeal[] }

/** The log within one transaction. It must not outlive it: after a rollback its head would be one that never was. */
export interface OpenLog {
  head(): LogHead
  write(entry: NewEntry): void
}

export interface LogWriter { begin(): OpenLog }

const beforeAll: LogHead = { number: 0, hash: '', at: '' }

/**
 * Writes entries, each chained to the one before. Statements are prepared once and the head is kept during a
 * transaction: an import writes tens of thousands of entries.
 */
export function logWriter(connection: Connection): LogWriter {
  const insert = connection.prepare(`INSERT INTO audit_entry (${entryColumns}, hash) VALUES (${Array(14).fill('?').join(', ')})`)
  const last = connection.prepare<[], LogHead>('SELECT number, hash, at FROM audit_entry ORDER BY number DESC LIMIT 1')
  const sealOf = sealer(connection)
  const begin = (): OpenLog => {
    let head: LogHead | undefined
    const present = (): LogHead => (head ??= last.get() ?? beforeAll)
    return {
      head: present,
      write: ({ seals, ...entry }) => {
        const { number, hash } = present()
        const sealed = seals.length === 0 ? null : JSON.stringify(seals.map(sealOf))
        const values = valuesOf(wellFormed({ ...entry, number: number + 1, sealed }))
        head = { number: number + 1, hash: entryHash(hash, values), at: entry.at }
        insert.run(...values, head.hash)
      },
    }
  }
  return { begin }
}

/** SQLite stores no half of a surrogate pair; what is hashed must be what will be read back. */
const wellFormed = (entry: LogEntry): LogEntry => ({ ...entry, actor: entry.actor.toWellFormed(), entityId: entry.entityId.toWellFormed() })

/** Hashes rows as the database holds them, not as somebody meant to write them. */
function sealer(connection: Connection): (row: RowToSeal) => Seal {
  const statements = new Map<SealedTableName, Statement<[string | number], StoredRow>>()
  const rowOf = (table: SealedTableName): Statement<[string | number], StoredRow> => {
    const known = statements.get(table) ?? connection.prepare<[string | number], StoredRow>(`SELECT ${sealedColumnsOf(sealedTables[table])} FROM ${table} WHERE ${sealedTables[table].key} = ?`)
    statements.set(table, known)
    return known
  }
  return ({ table, key }) => {
    const row = rowOf(table).get(key)
    if (row === undefined) throw new Error(`there is no row ${key} of ${table} to seal`)
    return [table, key, rowHash(table, row)]
  }
}
