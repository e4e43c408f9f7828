import { chmodSync, existsSync, rmSync } from 'node:fs'
import { Refusal } from '#shared/model/refusal.ts'
import type { Core, DataFolder } from '../core.ts'
import { structureProblems } from '../integrity/structure.ts'
import { openConnection } from './connection.ts'
import { keepCopy, keptCopies } from './copies/kept-copies.ts'
import { decidedFile, finishRestore } from './copies/restore-swap.ts'
import { openRegisterDatabase } from './database.ts'
import type { RegisterDatabase } from './database.ts'
import { flushFile, renameDurably } from './durable-files.ts'
import { admitFile, holdsLog } from './file-header.ts'
import { inspectSchema, migrate } from './migrate.ts'
import type { SchemaState } from './migrate.ts'
import { storageRefusal } from './storage-refusal.ts'

/**
 * Opens the register of a data folder that this program holds: brings an interrupted restore to its end, creates the
 * register where there is none, refuses what is not its own, keeps a checked copy before it migrates.
 * @throws Refusal `database.foreign`, `database.from-the-future`, `database.changed-history`, `database.damaged`,
 * `database.missing`, `database.only-log`, `disk.full`, `folder.not-writable`; the file stays as it was
 */
export async function openRegister(place: Pick<Core, 'folder' | 'env'>): Promise<RegisterDatabase> {
  const { folder, env } = place
  try {
    finishRestore(folder)
    if (!existsSync(folder.database)) createRegister(place)
    admitFile(folder.database)
    if (inspect(folder.database) === 'pending') {
      await keepCopy(place, 'migration')
      migrateFile(folder.database)
    }
    return openRegisterDatabase(folder.database, env)
  } catch (error) {
    throw storageRefusal(error, folder.root) ?? error
  }
}

/**
 * For callers who must not begin a register by mistake.
 * @throws Refusal `folder.missing` where there is neither a register nor anything left of one
 */
export function demandRegister(folder: DataFolder): void {
  const left = [folder.database, decidedFile(folder)].some((file) => existsSync(file))
  if (left || (existsSync(folder.backups) && keptCopies({ folder }).length > 0)) return
  throw new Refusal('folder.missing', { folder: folder.root })
}

function inspect(file: string): SchemaState {
  // Looked at before the connection is made, because reading brings the log in order.
  const interrupted = holdsLog(file)
  const connection = openConnection(file, 'read')
  try {
    const state = inspectSchema(connection)
    const [problem] = interrupted ? structureProblems(connection) : []
    if (problem !== undefined) throw new Refusal('database.damaged', { folder: file })
    return state
  } finally {
    connection.close()
  }
}

/**
 * A new register gets its name only when it is complete, so a register cut off while it was made cannot be taken for
 * a foreign file. Where copies are kept but the register is gone, somebody lost it: an empty one would hide that.
 */
function createRegister({ folder }: Pick<Core, 'folder'>): void {
  const copies = keptCopies({ folder }).length
  if (copies > 0) throw new Refusal('database.missing', { folder: folder.root, copies })
  // SQLite would play the log of the lost register into the new one.
  if (holdsLog(folder.database)) throw new Refusal('database.only-log', { folder: folder.root })
  const unfinished = `${folder.database}.unfinished`
  rmSync(unfinished, { force: true })
  migrateFile(unfinished)
  chmodSync(unfinished, 0o600)
  flushFile(unfinished)
  renameDurably(unfinished, folder.database)
}

function migrateFile(file: string): void {
  const connection = openConnection(file, 'write')
  try {
    migrate(connection)
    connection.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    connection.close()
  }
}
