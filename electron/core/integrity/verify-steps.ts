import type { Database as Connection } from 'better-sqlite3'
import { attachmentProblems } from '../attachments/verify-attachments.ts'
import { faultyArchives } from '../archive/check-archives.ts'
import type { DataFolder } from '../core.ts'
import { chainProblems } from '../evidence/chain-problems.ts'
import type { KeptHead } from '../evidence/head.ts'
import { headProblems, outsideHeadProblems } from '../evidence/head-problems.ts'
import { campaignProblems } from './campaigns.ts'
import { gradingProblems } from './gradings.ts'
import { lastKeptProblems } from './last-kept.ts'
import { linkProblems } from './links.ts'
import type { IntegrityProblem } from './problem.ts'
import { recordProblems } from './records-as-logged.ts'
import { grantProblems } from './role-grants.ts'
import { schemaProblems } from './schema-problems.ts'
import { searchProblems } from './search-rows.ts'
import { referenceProblems, structureProblems } from './structure.ts'
import { countProblems, totalProblems } from './totals.ts'
import { traceProblems } from './traces.ts'

/** What lies beside the register and is looked at with it. */
export interface VerifyPlace {
  readonly folder: DataFolder
  /** Heads from outside that the log must bear out: of a report, of a copy, noted down. */
  readonly against: readonly KeptHead[]
}

/** One step of an examination of the open register. */
export interface VerifyStep {
  /** Shown while it runs; a key of the texts. */
  stage: string
  find: (connection: Connection, place: VerifyPlace) => IntegrityProblem[]
}

/** What `verify` looks at, in this order. */
export const verifySteps: readonly VerifyStep[] = [
  { stage: 'verify.structure', find: structureProblems },
  { stage: 'verify.schema', find: schemaProblems },
  { stage: 'verify.references', find: referenceProblems },
  { stage: 'verify.counts', find: countProblems },
  { stage: 'verify.totals', find: totalProblems },
  { stage: 'verify.gradings', find: gradingProblems },
  { stage: 'verify.controls', find: (connection) => [...lastKeptProblems(connection), ...campaignProblems(connection)] },
  { stage: 'verify.search', find: searchProblems },
  { stage: 'verify.archives', find: (connection) => faultyArchives(connection).map(({ year, fault }) => ({ code: `integrity.archive-${fault}`, params: { year } })) },
  { stage: 'verify.attachments', find: (connection, { folder }) => attachmentProblems(connection, folder) },
  { stage: 'verify.traces', find: (connection) => [...traceProblems(connection), ...recordProblems(connection), ...linkProblems(connection), ...grantProblems(connection)] },
  { stage: 'verify.chain', find: chainProblems },
  {
    stage: 'verify.heads',
    find: (connection, { folder: { root }, against }) => [...headProblems(connection, root), ...outsideHeadProblems(connection, { root, heads: against })],
  },
]
