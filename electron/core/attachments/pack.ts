import type { Database as Connection } from 'better-sqlite3'
import type { DataFolder } from '../core.ts'
import { openConnection } from '../database/connection.ts'
import { hashOf, readContent, storeContent } from './contents.ts'
import { Refusal } from '#shared/model/refusal.ts'

type Place = Pick<DataFolder, 'attachments'>

const named = (connection: Connection): string[] => connection.prepare<[], string>('SELECT DISTINCT hash FROM attachment ORDER BY hash').pluck().all()

/**
 * Puts the attached files into a copy of the register that leaves the data folder, so that it is one file.
 * @throws Refusal `attachment.missing`, `attachment.damaged`: a copy that lacks evidence is not made silently
 */
export function packAttachments(place: Place, copy: string): number {
  const connection = openConnection(copy, 'write')
  try {
    connection.pragma('journal_mode = DELETE')
    const insert = connection.prepare('INSERT OR REPLACE INTO packed_attachment (hash, bytes) VALUES (?, ?)')
    const hashes = named(connection)
    connection.transaction(() => { for (const hash of hashes) insert.run(hash, readContent(place, hash)) })()
    return hashes.length
  } finally {
    connection.close()
  }
}

/**
 * Takes the files out of a copy into the data folder. Each is held against its hash: what a copy says its files are is
 * not believed.
 * @throws Refusal `attachment.damaged`
 */
export function unpackAttachments(place: Place, copy: string): number {
  const connection = openConnection(copy, 'write')
  try {
    connection.pragma('journal_mode = DELETE')
    // A register of an older version has no such table and no attachments.
    if (connection.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'packed_attachment'").get() === undefined) return 0
    let unpacked = 0
    for (const { hash, bytes } of connection.prepare<[], { hash: string; bytes: Buffer }>('SELECT hash, bytes FROM packed_attachment').iterate()) {
      if (hashOf(bytes) !== hash) throw new Refusal('attachment.damaged')
      storeContent(place, bytes)
      unpacked++
    }
    if (unpacked > 0) {
      connection.exec('DELETE FROM packed_attachment')
      connection.exec('VACUUM')
    }
    return unpacked
  } finally {
    connection.close()
  }
}
