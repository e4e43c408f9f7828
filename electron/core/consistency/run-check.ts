import type { ConsistencyCheck } from '#shared/contract/consistency.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import { severityTotals } from '#shared/model/consistency/totals.ts'
import type { Core } from '../core.ts'
import { reporting } from '../long-work.ts'
import { countRules } from './count-rules.ts'

/** Asks every rule, telling after each how far it has come. It reads and changes nothing; stopping to read ends it. */
export function runCheck({ database, env }: Pick<Core, 'database' | 'env'>, departmentIds: readonly string[] = []): AsyncGenerator<Progress, ConsistencyCheck, void> {
  return reporting(async (tell) => {
    const checkedOn = env.localDate(env.now())
    const rules = await countRules(database.read, checkedOn, { departmentIds, onRule: (done, total) => tell({ done, total, stage: 'check' }) })
    return { checkedOn, totals: severityTotals(rules), rules }
  })
}
