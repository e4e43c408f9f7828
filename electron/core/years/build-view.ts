import { chmodSync, rmSync } from 'node:fs'
import type { Database as Connection } from 'better-sqlite3'
import { Refusal } from '#shared/model/refusal.ts'
import { openConnection } from '../database/connection.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { flushFile, renameDurably } from '../database/durable-files.ts'
import { migrate } from '../database/migrate.ts'
import type { Row } from '../database/schema.ts'
import { countTotals } from '../integrity/totals.ts'
import { fillView } from './fill-view.ts'
import { indexView } from './index-view.ts'
import { fileHash } from './view-file.ts'

export interface Building {
  readonly db: ReadableDatabase
  readonly archive: Row<'archive'>
  readonly file: string
  /** Told how far the work has come, in rows; throws to stop it. */
  readonly onProgress: (done: number, total: number) => void
}

/**
 * Puts a frozen year together as a register of its own, in a file that gets its name only when it is complete.
 * @returns the file's hash
 * @throws Refusal `archive.tampered` where the rows are not what was frozen, `archive.too-old` where they were frozen by
 * an edition that did not keep the register's own rows
 */
export async function buildView({ db, archive, file, onProgress }: Building): Promise<string> {
  const unfinished = `${file}.unfinished`
  rmSync(unfinished, { force: true })
  try {
    const into = emptyRegister(unfinished)
    try {
      // Making the records searchable takes about as long as copying all rows.
      const total = archive.row_total * 2
      await fillFrom({ db, archive, into, onRows: (done) => onProgress(done, total) })
      countTotals(into, 'derived')
      await indexView(into, (done) => onProgress(Math.min(total, archive.row_total + done), total))
      into.pragma('journal_mode = DELETE')
    } finally {
      into.close()
    }
    chmodSync(unfinished, 0o600)
    flushFile(unfinished)
    const hash = await fileHash(unfinished)
    renameDurably(unfinished, file)
    return hash
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

async function fillFrom({ db, archive, into, onRows }: Pick<Building, 'db' | 'archive'> & { into: Connection; onRows: (done: number) => void }): Promise<void> {
  const { year } = archive
  const { hash, stored } = await fillView({ db, archive, into, onRows })
  if (hash !== archive.content_hash) throw new Refusal('archive.tampered', { year })
  if (stored === 0) throw new Refusal('archive.too-old', { year })
}

/** The schema with nothing in it. Triggers are left out: what they keep comes from the archive as it stood. */
function emptyRegister(file: string): Connection {
  const connection = openConnection(file, 'write')
  connection.pragma('journal_mode = MEMORY')
  connection.pragma('synchronous = OFF')
  migrate(connection)
  connection.pragma('foreign_keys = OFF')
  const triggers = connection.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all()
  for (const { name } of triggers) connection.exec(`DROP TRIGGER "${name}"`)
  return connection
}
