import type { Warning } from '#shared/contract/warnings.ts'
import type { DisposalFacts } from '#shared/model/warnings/disposal.ts'

/** What the machine asks of a sheet. */
export const factsOf = ({ state, needsApproval, approved, clearedOn }: Pick<Warning, 'state' | 'needsApproval' | 'approved' | 'clearedOn'>): DisposalFacts => ({ state, needsApproval, approved, cleared: clearedOn !== null })
