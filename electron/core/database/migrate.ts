import { createHash } from 'node:crypto'
import type { Database as Connection } from 'better-sqlite3'
import { Refusal } from '#shared/model/refusal.ts'
import { migrations } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'
import { applicationId } from './pragmas.ts'

/** The state of a database file before anything is done to it. */
export type SchemaState = 'empty' | 'current' | 'pending'

export const newestVersion = migrations.length

/**
 * Looks, changes nothing.
 * @throws Refusal `database.foreign` for a file of another program, `database.from-the-future` for one written by a
 * newer version, `database.changed-history` where an applied migration is not the one this program knows.
 */
export function inspectSchema(connection: Connection): SchemaState {
  const version = Number(connection.pragma('user_version', { simple: true }))
  const id = Number(connection.pragma('application_id', { simple: true }))
  const tables = connection.prepare<[], { n: number }>('SELECT count(*) AS n FROM sqlite_master').get()?.n ?? 0
  if (id === 0 && version === 0 && tables === 0) return 'empty'
  if (id !== applicationId) throw new Refusal('database.foreign')
  if (version > newestVersion) throw new Refusal('database.from-the-future', { found: version, known: newestVersion })
  checkHistory(connection, version)
  return version === newestVersion ? 'current' : 'pending'
}

/** Applies all pending steps in one transaction; a failure leaves the file as it was. */
export function migrate(connection: Connection): void {
  connection.pragma('foreign_keys = OFF')
  try {
    connection.transaction(() => {
      connection.exec('CREATE TABLE IF NOT EXISTS applied_migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL) STRICT')
      const from = Number(connection.pragma('user_version', { simple: true }))
      for (const step of migrations.slice(from)) apply(connection, step)
      const broken = connection.pragma('foreign_key_check')
      if (Array.isArray(broken) && broken.length > 0) throw new Error(`migration breaks ${broken.length} foreign keys`)
      connection.pragma(`application_id = ${applicationId}`)
    }).immediate()
  } finally {
    connection.pragma('foreign_keys = ON')
  }
}

function apply(connection: Connection, step: Migration): void {
  connection.exec(step.sql)
  step.run?.work(connection)
  connection.prepare('INSERT INTO applied_migration VALUES (?, ?, ?)').run(step.version, step.name, migrationHash(step))
  connection.pragma(`user_version = ${step.version}`)
}

export function migrationHash(step: Migration): string {
  const hash = createHash('sha256').update(step.sql)
  return (step.run === undefined ? hash : hash.update(`\n${step.run.identity}`)).digest('hex')
}

function checkHistory(connection: Connection, version: number): void {
  const applied = connection.prepare<[], { version: number; hash: string }>('SELECT version, hash FROM applied_migration ORDER BY version').all()
  const same = applied.length === version && applied.every((row, i) => {
    const step = migrations[i]
    return step !== undefined && step.version === row.version && migrationHash(step) === row.hash
  })
  if (!same) throw new Refusal('database.changed-history')
}
