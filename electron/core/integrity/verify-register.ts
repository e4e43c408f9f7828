import type { Progress } from '#shared/contract/procedure.ts'
import type { Core } from '../core.ts'
import { examine } from './examine.ts'
import type { IntegrityProblem } from './problem.ts'

/** Examines the open register; reading and writing go on meanwhile. */
export async function* verifyRegister(core: Core): AsyncGenerator<Progress, { problems: IntegrityProblem[] }, void> {
  return { problems: yield* examine({ task: 'verify', file: core.folder.database }) }
}
