import type { Contract } from '#shared/contract/index.ts'
import { countWaiting, listEntries, listWaiting } from '../publicity/waiting.ts'
import { changeBy, todayOf } from '../records/call-changes.ts'
import type { Handlers } from '../registration.ts'
import { changeSheet, drawUpSheet, dropSheet, fileSheet, readSheets } from './sheets.ts'

/** What was determined, handed to the higher office. */
export const filingHandlers: Handlers<Contract['filing']> = {
  start: async (_input, call) => {
    const db = call.core.database.read
    const organisation = await db.selectFrom('organisation').select('parent_name').executeTakeFirst()
    return { recipient: organisation?.parent_name ?? '', datedOn: todayOf(call), waiting: await countWaiting(db, 'filing', { departmentIds: [], gradeCodes: [], powerIds: [] }) }
  },
  waiting: (order, { core }) => listWaiting(core.database.read, 'filing', order),
  sheets: (_input, { core }) => readSheets(core.database.read),
  entries: (order, { core }) => listEntries(core.database.read, order),
  create: (order, call) => changeBy(call, (change) => drawUpSheet(change, { ...order, gate: call.gate })),
  change: (order, call) => {
    call.gate.require({ departmentId: null })
    return changeBy(call, (change) => changeSheet(change, order))
  },
  drop: (order, call) => {
    call.gate.require({ departmentId: null })
    return changeBy(call, (change) => dropSheet(change, order))
  },
  file: (order, call) => fileSheet(call, order),
}
