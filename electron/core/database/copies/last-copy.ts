import { join } from 'node:path'
import type { Database as Connection } from 'better-sqlite3'
import type { DataFolder } from '../../core.ts'
import { openConnection } from '../connection.ts'
import type { RegisterDatabase } from '../database.ts'
import { keptCopies } from './kept-copies.ts'

/**
 * Whether the register differs from its newest kept copy. Every change leaves an audit entry with an identifier of its
 * own, so two registers with the same last entry are the same; screens' preferences alone are not worth a copy.
 */
export function changedSinceLastCopy(database: RegisterDatabase, folder: DataFolder): boolean {
  const last = lastEntry(database.connection)
  if (last === undefined) return false
  const [newest] = keptCopies({ folder })
  return newest === undefined || last !== lastEntryOf(join(folder.backups, newest.name))
}

function lastEntryOf(file: string): string | undefined {
  try {
    const connection = openConnection(file, 'read')
    try {
      return lastEntry(connection)
    } finally {
      connection.close()
    }
  } catch (error) {
    // A copy that cannot be read, or is of a version that kept no log, is as good as none: a new one is made.
    if (error instanceof Error && error.name === 'SqliteError') return undefined
    throw error
  }
}

const lastEntry = (connection: Connection): string | undefined =>
  connection.prepare<[], string>('SELECT id FROM audit_entry ORDER BY number DESC LIMIT 1').pluck().get()
