import Database from 'better-sqlite3'
import type { Database as Connection, Statement } from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { Refusal } from '#shared/model/refusal.ts'
import { applyPragmas } from './pragmas.ts'
import type { Schema } from './schema.ts'

/** Opens one connection with the house's settings. */
export function openConnection(file: string, mode: 'read' | 'write'): Connection {
  const connection = new Database(file, { readonly: mode === 'read', fileMustExist: mode === 'read', timeout: 5000 })
  applyPragmas(connection, mode)
  return connection
}

/** Enough for every statement the program builds; the oldest are let go so that generated SQL cannot pile up. */
const keptStatements = 500

/**
 * Kysely over one connection. Preparing a statement costs as much as a short query, so prepared statements are kept;
 * better-sqlite3 finishes each call before the next begins, so sharing one is safe. Work that still holds a register
 * which was closed meanwhile (by a restore, by the end of the program) is refused with `database.closed`.
 */
export function kyselyOver(connection: Connection): Kysely<Schema> {
  const statements = new Map<string, Statement>()
  const prepare = (sql: string): Statement => {
    if (!connection.open) throw new Refusal('database.closed')
    // On a full or failing disk SQLite rolls back by itself; Kysely's own rollback would then fail and hide why.
    if (sql === 'rollback' && !connection.inTransaction) return connection.prepare('SELECT 0')
    const kept = statements.get(sql)
    if (kept) return kept
    const statement = connection.prepare(sql)
    if (statements.size >= keptStatements) {
      const oldest = statements.keys().next().value
      if (oldest !== undefined) statements.delete(oldest)
    }
    statements.set(sql, statement)
    return statement
  }
  return new Kysely<Schema>({ dialect: new SqliteDialect({ database: { prepare, close: () => connection.close() } }) })
}
