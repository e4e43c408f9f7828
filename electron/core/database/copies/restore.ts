import { basename } from 'node:path'
import type { Progress } from '#shared/contract/procedure.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Actor, Core } from '../../core.ts'
import { follow, reporting } from '../../long-work.ts'
import type { Report } from '../../long-work.ts'
import { systemEnvironment } from '../../environment.ts'
import type { Environment } from '../../environment.ts'
import { noteRestore } from '../../evidence/note-restore.ts'
import { dataFolderAt, prepareFolder } from '../data-folder.ts'
import type { RegisterDatabase } from '../database.ts'
import { lockFolder } from '../folder-lock.ts'
import { openRegister } from '../open-register.ts'
import { takeIncoming } from './incoming.ts'
import { keepPresent } from './keep-present.ts'
import { finishRestore, incomingFile, removeWithLogs, swapIn } from './restore-swap.ts'

/** What became of the register that was there: its name under `backups`, '' where there was none. */
export interface Restored { kept: string }

interface Restore { actor: Actor; file: string }

/** Registers that are being restored: a second restore would put its file where the first has examined one. */
const underWay = new WeakSet<Core>()

/**
 * Brings a copy back into an open core. The register is closed only for the time it takes to keep it and to change
 * places; whatever is refused, it is open again afterwards as it was.
 * @throws Refusal `restore.under-way`, and as `takeIncoming` and `keepPresent`
 */
export function restoreCopy(core: Core, restore: Restore): AsyncGenerator<Progress, Restored, void> {
  return reporting(async (report) => {
    if (underWay.has(core)) throw new Refusal('restore.under-way')
    underWay.add(core)
    try {
      await follow(takeIncoming(core.folder, restore.file), report)
      const kept = await core.whileClosed(() => changePlaces(core, report), (database, name) => recordRestore(database, { ...restore, kept: name }))
      return { kept }
    } finally {
      removeWithLogs(incomingFile(core.folder))
      underWay.delete(core)
    }
  })
}

/**
 * The same for a folder that cannot be opened because its register is damaged or gone, or that is new.
 * @throws Refusal `folder.in-use` besides those of `takeIncoming` and `keepPresent`
 */
export function restoreFolder(root: string, restore: Restore, env: Environment = systemEnvironment()): AsyncGenerator<Progress, Restored, void> {
  return reporting(async (report) => {
    const folder = dataFolderAt(root)
    prepareFolder(folder)
    const release = lockFolder(folder)
    try {
      finishRestore(folder)
      await follow(takeIncoming(folder, restore.file), report)
      const kept = await changePlaces({ folder, env }, report)
      const database = await openRegister({ folder, env })
      await recordRestore(database, { ...restore, kept })
      database.close()
      return { kept }
    } finally {
      removeWithLogs(incomingFile(folder))
      release()
    }
  })
}

async function changePlaces(place: Pick<Core, 'folder' | 'env'>, report: Report): Promise<string> {
  const kept = await follow(keepPresent(place), report)
  noteRestore({ root: place.folder.root, env: place.env }, incomingFile(place.folder))
  swapIn(place.folder)
  return kept ?? ''
}

const recordRestore = (database: RegisterDatabase, { actor, file, kept }: Restore & Restored): Promise<void> =>
  database.change(actor, (change) => change.record({ action: 'backup.restore', entity: 'backup', entityId: basename(file), after: { file: basename(file), kept } }))
