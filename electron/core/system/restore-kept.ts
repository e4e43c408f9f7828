import { join } from 'node:path'
import type { Progress } from '#shared/contract/procedure.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Actor, Core } from '../core.ts'
import { keptCopies } from '../database/copies/kept-copies.ts'
import { restoreCopy } from '../database/copies/restore.ts'
import type { Restored } from '../database/copies/restore.ts'

/**
 * Brings one of the kept copies back. The name is looked up among them and never used as a path, so a page cannot
 * reach another file with it.
 * @throws Refusal `backup.unknown` and those of `restoreCopy`
 */
export async function* restoreKept(core: Core, actor: Actor, name: string): AsyncGenerator<Progress, Restored, void> {
  const copy = keptCopies(core).find((kept) => kept.name === name)
  if (copy === undefined) throw new Refusal('backup.unknown', { name })
  return yield* restoreCopy(core, { actor, file: join(core.folder.backups, copy.name) })
}
