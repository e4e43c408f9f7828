import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DataFolder } from '../../core.ts'
import { renameDurably } from '../durable-files.ts'

/** A file on its way into the register's place, not yet examined. */
export const incomingFile = (folder: DataFolder): string => join(folder.root, 'restore-incoming.sqlite')

/** The same file examined and complete. As soon as it bears this name the restore is decided and will be finished. */
export const decidedFile = (folder: DataFolder): string => join(folder.root, 'restore-decided.sqlite')

/**
 * Puts the examined incoming file in the register's place. The first rename decides; whatever happens after it, a cut
 * of power included, the next opening finishes. Only to be called on a closed register whose state has been kept.
 */
export function swapIn(folder: DataFolder): void {
  renameDurably(incomingFile(folder), decidedFile(folder))
  finishRestore(folder)
}

/**
 * Brings a decided restore to its end; removes what an undecided one left behind. The log of the old register goes
 * first: SQLite would play it into the new file.
 */
export function finishRestore(folder: DataFolder): void {
  removeWithLogs(incomingFile(folder))
  if (!existsSync(decidedFile(folder))) return
  for (const side of ['-wal', '-shm']) rmSync(folder.database + side, { force: true })
  renameDurably(decidedFile(folder), folder.database)
}

export function removeWithLogs(file: string): void {
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(file + part, { force: true })
}
