import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Progress } from '#shared/contract/procedure.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { flushFile } from '../durable-files.ts'
import { admitFile, readHeader } from '../file-header.ts'
import { copyWithLog } from './incoming.ts'
import { keepingCopy } from './kept-copies.ts'
import type { Keeper } from './kept-copies.ts'

/**
 * Keeps the present register before another takes its place: as a checked copy, or, where it is too damaged for one,
 * byte for byte under a name the retention rule does not know, so that it stays until somebody removes it.
 * @returns the name under `backups`; undefined where there is no register
 * @throws Refusal `database.foreign`, `database.from-the-future`: what is another program's is not replaced
 */
export async function* keepPresent(keeper: Keeper): AsyncGenerator<Progress, string | undefined, void> {
  const { database } = keeper.folder
  if (!existsSync(database)) return undefined
  if (readHeader(database) === undefined) return keepBytes(keeper)
  try {
    admitFile(database)
    return (yield* keepingCopy(keeper, 'restore')).name
  } catch (error) {
    const damaged = error instanceof Refusal && (error.code === 'database.damaged' || error.code === 'backup.not-sound')
    if (!damaged) throw error
    return keepBytes(keeper)
  }
}

function keepBytes({ folder, env }: Keeper): string {
  const time = new Date(env.now()).toISOString().replaceAll(/[-:.]/g, '')
  const target = join(folder.backups, `damaged-${time}.sqlite`)
  copyWithLog(folder.database, target)
  flushFile(target)
  return basename(target)
}
