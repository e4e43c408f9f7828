import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '#shared/model/refusal.ts'
import { newestVersion } from './migrate.ts'
import { applicationId } from './pragmas.ts'
import { onDisk } from './storage-refusal.ts'

/** The first hundred bytes of a database file (SQLite file format, section 1.3), read without opening it as a database. */
export interface FileHeader {
  pageSize: number
  pageCount: number
  userVersion: number
  applicationId: number
}

/** @returns undefined where the file is no SQLite database. */
export function readHeader(file: string): FileHeader | undefined {
  const bytes = Buffer.alloc(100)
  const descriptor = openSync(file, 'r')
  try {
    if (readSync(descriptor, bytes, 0, 100, 0) < 100) return undefined
  } finally {
    closeSync(descriptor)
  }
  if (bytes.toString('latin1', 0, 16) !== 'SQLite format 3\0') return undefined
  const stored = bytes.readUInt16BE(16)
  return {
    pageSize: stored === 1 ? 65_536 : stored,
    pageCount: bytes.readUInt32BE(28),
    userVersion: bytes.readUInt32BE(60),
    applicationId: bytes.readUInt32BE(68),
  }
}

/**
 * Decides by the file's first bytes whether this program may open it at all. SQLite is not asked: opening can already
 * write (a rollback, a shared-memory file), and a file that is not ours stays as it is, byte for byte.
 * @throws Refusal `database.foreign`, `database.from-the-future`, `database.damaged` for a file cut short
 */
export function admitFile(file: string): void {
  const folder = dirname(file)
  const size = onDisk(folder, () => statSync(file).size)
  if (size === 0) throw new Refusal('database.damaged', { folder })
  const header = onDisk(folder, () => readHeader(file))
  if (header?.applicationId !== applicationId) throw new Refusal('database.foreign', { folder })
  if (header.userVersion > newestVersion) throw new Refusal('database.from-the-future', { found: header.userVersion, known: newestVersion })
  // A checkpoint that was cut off leaves a short file too, but then the log beside it still holds the rest.
  if (size < header.pageSize * header.pageCount && !holdsLog(file)) throw new Refusal('database.damaged', { folder })
}

/** Whether the write-ahead log holds anything, that is, whether the file was not closed cleanly. */
export function holdsLog(file: string): boolean {
  return existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0
}
