import type { Contract } from '#shared/contract/index.ts'
import { changeBy, todayOf } from '../records/call-changes.ts'
import type { Handlers } from '../registration.ts'
import { exportLedger } from './export-ledger.ts'
import { openFromFinding } from './from-finding.ts'
import { judgeEntry } from './judge.ts'
import { openRectification, usualDueOn } from './open.ts'
import { listEntries, readEntry } from './read-entries.ts'
import { rectifyEntry } from './rectify.ts'
import { saveEntry } from './save.ts'
import { changeTerms, reopenEntry } from './terms.ts'

/** The ledger of rectification: problem, owner, term, evidence, and closing by somebody who has no part in it. */
export const rectificationHandlers: Handlers<Contract['rectification']> = {
  start: async (_input, call) => ({ today: todayOf(call), dueOn: await usualDueOn(call.core.database.read, todayOf(call)) }),
  term: async ({ days }, call) => ({ dueOn: await usualDueOn(call.core.database.read, todayOf(call), days) }),
  list: (order, call) => listEntries(call.core.database.read, order, todayOf(call)),
  get: ({ id }, call) => readEntry(call.core.database.read, id, { today: todayOf(call), caller: call.caller }),
  open: (order, call) => changeBy(call, async (change) => {
    const { id, number } = await openRectification(change, { ...order, departmentId: order.departmentId ?? null })
    const { department_id: departmentId } = await change.db.selectFrom('rectification').select('department_id').where('id', '=', id).executeTakeFirstOrThrow()
    // Asked last because a post may have named the department; a refusal takes everything back.
    call.gate.require({ departmentId })
    return { id, number, state: 'open' as const, revision: 1 }
  }),
  fromFinding: (order, call) => changeBy(call, (change) => openFromFinding(change, call.gate, order)),
  save: (order, call) => changeBy(call, (change) => saveEntry(change, call.gate, order)),
  rectify: (order, call) => changeBy(call, (change) => rectifyEntry(change, call.gate, order)),
  close: (order, call) => changeBy(call, (change) => judgeEntry(change, call, { ...order, verdict: 'close' })),
  return: (order, call) => changeBy(call, (change) => judgeEntry(change, call, { ...order, verdict: 'return' })),
  reopen: (order, call) => changeBy(call, (change) => reopenEntry(change, call.gate, order)),
  changeTerm: async (order, call) => ({ changed: await changeBy(call, (change) => changeTerms(change, call.gate, order)) }),
  export: (order, call) => exportLedger(call.core, order),
}
