import type { Database as Connection } from 'better-sqlite3'
import { entryColumns, entryHash } from '../../../evidence/entry-hash.ts'
import type { EntryValues } from '../../../evidence/entry-hash.ts'
import { rowHash } from '../../../evidence/row-hash.ts'
import type { StoredRow } from '../../../evidence/row-hash.ts'
import type { Seal } from '../../../evidence/sealed-tables.ts'

/** The tables that are append-only since the first version. */
const tables = { grading: 'id', archive: 'id', grading_method_version: 'id', method_in_force: 'number' } as const

/**
 * Chains the entries an older register already has and seals the append-only rows it holds: a grading and a frozen year
 * by the entry that speaks of it, the rest by the last entry. What was tampered with before this is not found; from
 * here on everything is.
 */
export function chainLog(connection: Connection): void {
  withoutGuard(connection, () => {
    sealRows(connection)
    chainEntries(connection)
  })
}

/** The guard against changes of the log steps aside for this one; it is put back as it was written. */
function withoutGuard(connection: Connection, work: () => void): void {
  const guard = connection.prepare<[], string>("SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = 'audit_keeps_what_was'").pluck().get() ?? ''
  connection.exec('DROP TRIGGER audit_keeps_what_was')
  work()
  connection.exec(guard)
}

function sealRows(connection: Connection): void {
  const last = connection.prepare<[], number | null>('SELECT max(number) FROM audit_entry').pluck().get() ?? null
  if (last === null) return
  connection.exec(`
    CREATE TEMP TABLE speaks (key TEXT PRIMARY KEY, entry INTEGER NOT NULL) WITHOUT ROWID;
    INSERT OR IGNORE INTO speaks SELECT after ->> 'gradingId', number FROM audit_entry WHERE entity = 'grading' AND after ->> 'gradingId' IS NOT NULL ORDER BY number;
    INSERT OR IGNORE INTO speaks SELECT entity_id, number FROM audit_entry WHERE action = 'archive.freeze' ORDER BY number;
    CREATE TEMP TABLE seals (number INTEGER PRIMARY KEY, entry INTEGER NOT NULL, seal TEXT NOT NULL);
    CREATE INDEX temp.seals_by_entry ON seals (entry, number)`)
  const entryOf = connection.prepare<[string], number>('SELECT entry FROM speaks WHERE key = ?').pluck()
  const keep = connection.prepare('INSERT INTO seals (entry, seal) VALUES (?, ?)')
  for (const [table, key] of Object.entries(tables)) {
    for (const row of rowsInPortions(connection, { table, key })) {
      const name = row[key] ?? ''
      const seal: Seal = [table, name, rowHash(table, row)]
      keep.run(entryOf.get(String(name)) ?? last, JSON.stringify(seal))
    }
  }
  connection.exec(`
    UPDATE audit_entry SET sealed = s.all_seals
      FROM (SELECT entry, '[' || group_concat(seal, ',' ORDER BY number) || ']' AS all_seals FROM seals GROUP BY entry) AS s WHERE s.entry = audit_entry.number;
    DROP TABLE seals; DROP TABLE speaks`)
}

const portion = 5000

/** Portions, because a connection that is still reading one statement writes nothing. */
function* rowsInPortions(connection: Connection, { table, key }: { table: string; key: string }): Generator<StoredRow, void, void> {
  const next = connection.prepare<[string | number, number], StoredRow>(`SELECT * FROM ${table} WHERE ${key} > ? ORDER BY ${key} LIMIT ?`)
  let after: string | number = key === 'number' ? 0 : ''
  for (;;) {
    const rows = next.all(after, portion)
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < portion) return
    after = last[key] ?? ''
  }
}

function chainEntries(connection: Connection): void {
  const next = connection.prepare<[number, number], EntryValues>(`SELECT ${entryColumns} FROM audit_entry WHERE number > ? ORDER BY number LIMIT ?`).raw()
  const write = connection.prepare('UPDATE audit_entry SET hash = ? WHERE number = ?')
  let hash = ''
  for (let after = -1; ;) {
    const entries = next.all(after, portion)
    for (const values of entries) {
      hash = entryHash(hash, values)
      write.run(hash, values[0])
    }
    const last = entries.at(-1)?.[0]
    if (typeof last !== 'number') return
    after = last
  }
}
