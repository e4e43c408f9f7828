import type { Database as Connection } from 'better-sqlite3'

/** Marks the file as ours ("IRC1"), so that a foreign SQLite file is refused before anything is read from it. */
export const applicationId = 0x49524331

/**
 * Settings of every connection. WAL with synchronous FULL loses no committed change at a power cut; trusted_schema OFF
 * and cell_size_check ON distrust a file that somebody else may have prepared; secure_delete FAST overwrites what is
 * deleted as far as that costs no extra I/O.
 */
export function applyPragmas(connection: Connection, mode: 'read' | 'write'): void {
  connection.pragma('trusted_schema = OFF')
  connection.pragma('cell_size_check = ON')
  connection.pragma('foreign_keys = ON')
  connection.pragma('temp_store = MEMORY')
  connection.pragma('cache_size = -65536')
  connection.pragma('mmap_size = 268435456')
  if (mode === 'read') { connection.pragma('query_only = ON'); return }
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('secure_delete = FAST')
  connection.pragma('recursive_triggers = ON')
}
