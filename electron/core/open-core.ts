import { existsSync } from 'node:fs'
import { Refusal } from '#shared/model/refusal.ts'
import type { Core, Returned } from './core.ts'
import { keepCopy } from './database/copies/kept-copies.ts'
import { changedSinceLastCopy } from './database/copies/last-copy.ts'
import { dataFolderAt, defaultFolder, prepareFolder } from './database/data-folder.ts'
import type { RegisterDatabase } from './database/database.ts'
import { admitFile } from './database/file-header.ts'
import { lockFolder } from './database/folder-lock.ts'
import { demandRegister, openRegister } from './database/open-register.ts'
import { systemEnvironment } from './environment.ts'
import type { Environment } from './environment.ts'
import type { Printer } from './reports/paper/printer.ts'
import { frozenYears } from './years/frozen-years.ts'

export interface OpenOptions {
  /** The data folder; the platform's application-data folder where none is named. */
  folder?: string | undefined
  /** Clock and identifiers; those of this computer where none are given. */
  env?: Environment | undefined
  /** The program's version. */
  version: string
  /** How PDF is printed; where none is given a report in that format is refused. */
  printer?: Printer | undefined
  /** false: refuse with `folder.missing` where no register has been set up yet. */
  create?: boolean | undefined
}

/**
 * Opens a data folder for this program alone: takes its lock, creates or migrates the register, hands out the core.
 * @throws Refusal `folder.in-use`, `folder.missing`, `folder.not-writable`, `folder.not-a-folder`, and those of
 * `openRegister`. Nothing of a refused folder has been changed.
 */
export async function openCore({ folder: root = defaultFolder(), env = systemEnvironment(), version, printer, create = true }: OpenOptions): Promise<Core> {
  const folder = dataFolderAt(root)
  if (!create) demandRegister(folder)
  // Before anything is made in the folder: a foreign or newer register sends the program away without a trace.
  if (existsSync(folder.database)) admitFile(folder.database)
  prepareFolder(folder)
  const release = lockFolder(folder)
  try {
    return holdOpen({ database: await openRegister({ folder, env }), folder, env, version, printer, release })
  } catch (error) {
    release()
    throw error
  }
}

interface Held { database: RegisterDatabase; folder: Core['folder']; env: Environment; version: string; printer: Printer | undefined; release: () => void }

function holdOpen({ database: opened, folder, env, version, printer, release }: Held): Core {
  let database: RegisterDatabase | null = opened
  let closing: Promise<void> | null = null
  let away: Promise<void> = Promise.resolve()
  const years = frozenYears()

  const leaveAndReturn = async <T>(present: RegisterDatabase, work: () => Promise<T>, returned: Returned<T>): Promise<T> => {
    await present.finish()
    present.close()
    const outcome = await work().then((done) => ({ done }), (error: unknown) => ({ error }))
    const again = await openRegister({ folder, env })
    try {
      if ('error' in outcome) throw outcome.error
      await returned(again, outcome.done)
      return outcome.done
    } finally {
      database = again
    }
  }

  const whileClosed = async <T>(work: () => Promise<T>, returned: Returned<T>): Promise<T> => {
    const present = inUse()
    database = null
    const result = leaveAndReturn(present, work, returned)
    away = result.then(() => undefined, () => undefined)
    return result
  }

  const close = async (): Promise<void> => {
    // A restore under way ends first: it holds the register closed and would open it again behind this.
    await away
    await years.close()
    const present = database
    database = null
    try {
      await present?.finish('close')
      if (present !== null && changedSinceLastCopy(present, folder)) await keepCopy({ folder, env }, 'close')
    } finally {
      present?.close()
      release()
    }
  }

  const inUse = (): RegisterDatabase => {
    if (database === null || closing !== null) throw new Refusal('database.closed')
    return database
  }

  return {
    get database() { return inUse() },
    folder,
    env,
    version,
    printer,
    frozenYears: years,
    whileClosed,
    close: () => (closing ??= close()),
  }
}
