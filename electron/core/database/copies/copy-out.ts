import { existsSync, realpathSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Progress } from '#shared/contract/procedure.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { packAttachments } from '../../attachments/pack.ts'
import type { Core } from '../../core.ts'
import { readHeader } from '../file-header.ts'
import { applicationId } from '../pragmas.ts'
import { onDisk } from '../storage-refusal.ts'
import { makeCopy } from './make-copy.ts'

/**
 * Makes a checked copy where the user wants it, the attached files in it. An older copy of that name is replaced once the new one is sound;
 * any other file, and the register itself, is not.
 * @throws Refusal `backup.would-overwrite` and those of `makeCopy`
 */
export async function* copyOut(core: Pick<Core, 'folder'>, out: string): AsyncGenerator<Progress, { file: string }, void> {
  const file = resolve(out)
  onDisk(file, () => {
    if (!existsSync(dirname(file))) throw new Refusal('folder.not-writable', { folder: dirname(file) })
    if (existsSync(file) && !isOlderCopy(file, core.folder.database)) throw new Refusal('backup.would-overwrite', { file })
  })
  yield* makeCopy(core.folder.database, file, (copy) => packAttachments(core.folder, copy))
  return { file }
}

const isOlderCopy = (file: string, register: string): boolean =>
  realpathSync(file) !== realpathSync(register) && readHeader(file)?.applicationId === applicationId
