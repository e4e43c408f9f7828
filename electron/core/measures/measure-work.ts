import type { Execution, MeasureCheck } from '#shared/contract/measures.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { todayOf } from '../records/call-changes.ts'
import type { Call } from '../registration.ts'
import { checksOf } from './checks/read-checks.ts'
import { whyNotCheck } from './checks/why-not-check.ts'
import type { CheckObstacle } from './checks/why-not-check.ts'
import { executionsOf } from './executions/read-executions.ts'

export interface MeasureWork { readonly executions: Execution[]; readonly checks: MeasureCheck[]; readonly mayNotCheck: CheckObstacle | null }

/** What was done about a measure and how it was rated. @throws Refusal `record.missing` */
export async function measureWork(call: Call, id: string): Promise<MeasureWork> {
  const { core: { database: { read } }, actor } = call
  const measure = await read.selectFrom('control_measure').select(['owner_post_id', 'owner']).where('id', '=', id).executeTakeFirst()
  if (measure === undefined) throw new Refusal('record.missing')
  const why = await whyNotCheck(read, { measureId: id, ownerPostId: measure.owner_post_id, owner: measure.owner, person: actor, today: todayOf(call) })
  return { executions: await executionsOf(read, id), checks: await checksOf(read, id), mayNotCheck: why ?? null }
}
