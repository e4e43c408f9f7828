import type { Database as Connection } from 'better-sqlite3'
import type { IntegrityProblem } from './problem.ts'
import { referenceProblems, structureProblems } from './structure.ts'

/** One step of an examination of the open register. */
export interface VerifyStep {
  /** Shown while it runs; a key of the texts. */
  stage: string
  find: (connection: Connection) => IntegrityProblem[]
}

/** What `verify` looks at, in this order. */
export const verifySteps: readonly VerifyStep[] = [
  { stage: 'verify.structure', find: structureProblems },
  { stage: 'verify.references', find: referenceProblems },
]
