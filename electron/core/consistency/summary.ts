import type { ConsistencySummary, RuleCount } from '#shared/contract/consistency.ts'
import { ruleOf } from '#shared/model/consistency/rules.ts'
import { heaviestFirst, severityTotals } from '#shared/model/consistency/totals.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Environment } from '../environment.ts'
import { countRules } from './count-rules.ts'

export interface SummaryOrder { readonly departmentIds?: readonly string[] | undefined; readonly pointIds?: readonly string[] | undefined }

/** A core, or as much of one as there is within a change. */
interface Asking { readonly database: { readonly read: ReadableDatabase }; readonly env: Pick<Environment, 'now' | 'localDate'> }

/**
 * What the consistency check has to say of the register, of departments or of risk points, in figures: for whoever
 * submits, freezes or exports. A core within a change is asked about what the change has written so far.
 */
export async function consistencySummary({ database, env }: Asking, order: SummaryOrder = {}): Promise<ConsistencySummary> {
  return summaryOf(await countRules(database.read, env.localDate(env.now()), order))
}

export function summaryOf(counts: readonly RuleCount[]): ConsistencySummary {
  const blocking = counts.filter(({ rule, level }) => level === 'error' && ruleOf(rule).blocks !== undefined)
  return { totals: severityTotals(counts), rules: heaviestFirst(counts), blocking: blocking.reduce((sum, { count }) => sum + count, 0) }
}
