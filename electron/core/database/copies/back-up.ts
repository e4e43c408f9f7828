import type { Progress } from '#shared/contract/procedure.ts'
import type { Backup } from '#shared/contract/system.ts'
import type { Core } from '../../core.ts'
import { keepingCopy } from './kept-copies.ts'

/** A copy somebody asked for. It carries a signed head, so that it can tell later whether the log was cut short. */
export async function* backUp(core: Core): AsyncGenerator<Progress, Backup, void> {
  await core.database.keepHead('backup')
  return yield* keepingCopy(core, 'manual')
}
