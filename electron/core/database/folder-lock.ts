import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Refusal } from '#shared/model/refusal.ts'
import type { DataFolder } from '../core.ts'
import { storageRefusal } from './storage-refusal.ts'

/**
 * Takes the data folder for this program. The lock is an exclusive SQLite transaction, that is a lock of the operating
 * system: it goes with the process, so a crash never leaves a folder locked, and it works alike on all platforms.
 * @returns a function that lets the folder go
 * @throws Refusal `folder.in-use` while another program, or this one, holds it
 */
export function lockFolder(folder: DataFolder): () => void {
  const connection = openLock(folder)
  try {
    connection.pragma('journal_mode = MEMORY')
    connection.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    connection.close()
    throw storageRefusal(error, folder.root) ?? error
  }
  return () => { connection.close() }
}

function openLock(folder: DataFolder): Database.Database {
  try {
    return new Database(join(folder.root, 'lock.sqlite'), { timeout: 0 })
  } catch (error) {
    throw storageRefusal(error, folder.root) ?? new Refusal('folder.not-writable', { folder: folder.root })
  }
}
