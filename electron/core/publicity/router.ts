import type { Contract } from '#shared/contract/index.ts'
import { changeBy, todayOf } from '../records/call-changes.ts'
import type { Call, Handlers } from '../registration.ts'
import { readHolidays } from '../review/calendar.ts'
import { closeList } from './close-list.ts'
import { changeList, drawUp, dropList, leaveOut, postList } from './lists.ts'
import { answerObjection, recordObjection } from './objections.ts'
import { lastDay, publicityDays } from './period.ts'
import { readList, readLists } from './read-lists.ts'
import { countWaiting, listEntries, listWaiting } from './waiting.ts'

const everything = { departmentIds: [], gradeCodes: [], powerIds: [] }

/** A list belongs to the whole organisation. */
const asOffice = ({ gate }: Call): void => { gate.require({ departmentId: null }) }

/** What was determined, posted for objections. */
export const publicityHandlers: Handlers<Contract['publicity']> = {
  start: async (_input, call) => {
    const db = call.core.database.read
    const days = await publicityDays(db)
    const startsOn = todayOf(call)
    return { days, startsOn, endsOn: lastDay(startsOn, days, await readHolidays(db)), waiting: await countWaiting(db, 'publicity', everything) }
  },
  period: async ({ startsOn, days }, { core }) => ({ endsOn: lastDay(startsOn, days, await readHolidays(core.database.read)) }),
  waiting: (order, { core }) => listWaiting(core.database.read, 'publicity', order),
  lists: (_input, call) => readLists(call.core.database.read, todayOf(call)),
  get: ({ id }, call) => readList(call.core.database.read, id, todayOf(call)),
  entries: (order, { core }) => listEntries(core.database.read, order),
  create: (order, call) => changeBy(call, (change) => drawUp(change, { ...order, gate: call.gate })),
  change: (order, call) => {
    asOffice(call)
    return changeBy(call, (change) => changeList(change, order))
  },
  leaveOut: (order, call) => {
    asOffice(call)
    return changeBy(call, (change) => leaveOut(change, order))
  },
  post: (order, call) => {
    asOffice(call)
    return changeBy(call, (change) => postList(change, order))
  },
  drop: (order, call) => {
    asOffice(call)
    return changeBy(call, (change) => dropList(change, order))
  },
  close: (order, call) => closeList(call, order),
  object: async (order, call) => {
    asOffice(call)
    return { id: await changeBy(call, (change) => recordObjection(change, order)) }
  },
  answer: (order, call) => {
    asOffice(call)
    return changeBy(call, (change) => answerObjection(change, call, order))
  },
}
