import { copyFileSync, existsSync } from 'node:fs'
import type { Progress } from '#shared/contract/procedure.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { unpackAttachments } from '../../attachments/pack.ts'
import type { DataFolder } from '../../core.ts'
import { examine } from '../../integrity/examine.ts'
import { openConnection } from '../connection.ts'
import { flushFile } from '../durable-files.ts'
import { admitFile } from '../file-header.ts'
import { inspectSchema } from '../migrate.ts'
import { storageRefusal } from '../storage-refusal.ts'
import { incomingFile, removeWithLogs } from './restore-swap.ts'

/**
 * Takes a copy of a file that is to become the register and examines the copy, so that the file itself is never
 * opened and what was examined cannot change afterwards. A file of an older version is let in; opening migrates it.
 * @throws Refusal `restore.no-file`, `restore.foreign`, `restore.damaged`, `restore.changed-history`,
 * `database.from-the-future`, `disk.full`; nothing is left of the copy then
 */
export async function* takeIncoming(folder: DataFolder, file: string): AsyncGenerator<Progress, void, void> {
  if (!existsSync(file)) throw new Refusal('restore.no-file', { file })
  const incoming = incomingFile(folder)
  let sound = false
  try {
    copyWithLog(file, incoming)
    admitFile(incoming)
    inspectFile(incoming)
    const [problem] = yield* examine({ task: 'check', file: incoming })
    if (problem !== undefined) throw new Refusal(problem.code === 'integrity.schema' ? 'database.foreign' : 'database.damaged', { folder: file })
    unpackAttachments(folder, incoming)
    flushFile(incoming)
    sound = true
  } catch (error) {
    throw aboutFile(storageRefusal(error, folder.root) ?? error, file)
  } finally {
    if (!sound) removeWithLogs(incoming)
  }
}

/** A register that was copied by hand while it was open has a log beside it with its last changes. */
export function copyWithLog(from: string, to: string): void {
  removeWithLogs(to)
  copyFileSync(from, to)
  if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${to}-wal`)
}

function inspectFile(file: string): void {
  const connection = openConnection(file, 'read')
  try {
    if (inspectSchema(connection) === 'empty') throw new Refusal('database.foreign')
  } finally {
    connection.close()
  }
}

/** The same findings have other remedies in the file to restore than in the register. */
function aboutFile(error: unknown, file: string): unknown {
  if (!(error instanceof Refusal)) return error
  const match = /^database\.(foreign|damaged|changed-history)$/.exec(error.code)
  return match === null ? error : new Refusal(`restore.${match[1]}`, { file })
}
