import type { Progress } from '#shared/contract/procedure.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { changeBy, todayOf } from '../records/call-changes.ts'
import type { Call } from '../registration.ts'
import { evidenceOf, save } from './lists.ts'
import { moveOn } from './move-on.ts'
import { listIn } from './stored-list.ts'
import type { Seen } from './stored-list.ts'

/**
 * Ends a publicity: its entries go on, and the list is closed once all have.
 * @throws Refusal `publicity.not-posted`, `publicity.not-over`, `publicity.unanswered`; StaleRecord
 */
export async function* closeList(call: Call, seen: Seen): AsyncGenerator<Progress, { moved: number }, void> {
  const db = call.core.database.read
  call.gate.require({ departmentId: null })
  const list = await listIn(db, seen, 'posted')
  if (todayOf(call) <= list.ends_on) throw new Refusal('publicity.not-over', { date: list.ends_on })
  await refuseUnanswered(call, list.id)
  const moved = yield* moveOn(call, { action: 'publish', id: list.id, reason: list.title, evidence: await evidenceOf(db, list.id) })
  if (call.signal.aborted) return { moved }
  await changeBy(call, async (change) => {
    await listIn(change.db, seen, 'posted')
    await change.record({ action: 'publicity.close', entity: 'publicity', entityId: list.id, before: { publicityState: 'posted' }, after: { publicityState: 'closed', published: moved } })
    await save(change, seen, { state: 'closed', closed_by: change.actor.name, closed_at: change.at })
  })
  return { moved }
}

async function refuseUnanswered({ core }: Call, listId: string): Promise<void> {
  const { open } = await core.database.read.selectFrom('publicity_objection as o').leftJoin('publicity_answer as a', 'a.objection_id', 'o.id')
    .select(({ fn }) => fn.countAll<number>().as('open')).where('o.list_id', '=', listId).where('a.id', 'is', null).executeTakeFirstOrThrow()
  if (open > 0) throw new Refusal('publicity.unanswered', { open })
}
