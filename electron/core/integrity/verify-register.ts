import type { Progress } from '#shared/contract/procedure.ts'
import type { Core } from '../core.ts'
import type { KeptHead } from '../evidence/head.ts'
import { examine } from './examine.ts'
import type { IntegrityProblem } from './problem.ts'

/**
 * Examines the open register; reading and writing go on meanwhile.
 * @param against heads from outside that the log must bear out
 */
export async function* verifyRegister(core: Core, against: readonly KeptHead[] = []): AsyncGenerator<Progress, { problems: IntegrityProblem[] }, void> {
  return { problems: yield* examine({ task: 'verify', place: { folder: core.folder, against } }) }
}
