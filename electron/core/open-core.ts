import { existsSync } from 'node:fs'
import { Refusal } from '#shared/model/refusal.ts'
import type { Core } from './core.ts'
import { keepCopy } from './database/copies/kept-copies.ts'
import { changedSinceLastCopy } from './database/copies/last-copy.ts'
import { dataFolderAt, defaultFolder, prepareFolder } from './database/data-folder.ts'
import type { RegisterDatabase } from './database/database.ts'
import { admitFile } from './database/file-header.ts'
import { lockFolder } from './database/folder-lock.ts'
import { demandRegister, openRegister } from './database/open-register.ts'
import { systemEnvironment } from './environment.ts'
import type { Environment } from './environment.ts'

export interface OpenOptions {
  /** The data folder; the platform's application-data folder where none is named. */
  folder?: string | undefined
  /** Clock and identifiers; those of this computer where none are given. */
  env?: Environment | undefined
  /** The program's version. */
  version: string
  /** false: refuse with `folder.missing` where no register has been set up yet. */
  create?: boolean | undefined
}

/**
 * Opens a data folder for this program alone: takes its lock, creates or migrates the register, hands out the core.
 * @throws Refusal `folder.in-use`, `folder.missing`, `folder.not-writable`, `folder.not-a-folder`, and those of
 * `openRegister`. Nothing of a refused folder has been changed.
 */
export async function openCore({ folder: root = defaultFolder(), env = systemEnvironment(), version, create = true }: OpenOptions): Promise<Core> {
  const folder = dataFolderAt(root)
  if (!create) demandRegister(folder)
  // Before anything is made in the folder: a foreign or newer register sends the program away without a trace.
  if (existsSync(folder.database)) admitFile(folder.database)
  prepareFolder(folder)
  const release = lockFolder(folder)
  try {
    return holdOpen({ database: await openRegister({ folder, env }), folder, env, version, release })
  } catch (error) {
    release()
    throw error
  }
}

interface Held { database: RegisterDatabase; folder: Core['folder']; env: Environment; version: string; release: () => void }

function holdOpen({ database: opened, folder, env, version, release }: Held): Core {
  let database: RegisterDatabase | null = opened
  let closing: Promise<void> | null = null

  const whileClosed = async <T>(work: () => Promise<T>): Promise<T> => {
    const present = demandOpen(database)
    await present.idle()
    database = null
    present.close()
    try {
      return await work()
    } finally {
      database = await openRegister({ folder, env })
    }
  }

  const close = async (): Promise<void> => {
    try {
      await database?.idle()
      if (database !== null && changedSinceLastCopy(database, folder)) await keepCopy({ folder, env }, 'close')
    } finally {
      database?.close()
      database = null
      release()
    }
  }

  return {
    get database() { return demandOpen(database) },
    folder,
    env,
    version,
    whileClosed,
    close: () => (closing ??= close()),
  }
}

function demandOpen(database: RegisterDatabase | null): RegisterDatabase {
  if (database === null) throw new Refusal('database.closed')
  return database
}
