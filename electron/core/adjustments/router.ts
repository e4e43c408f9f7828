import type { Contract } from '#shared/contract/index.ts'
import { taskDays } from '#shared/model/adjustments.ts'
import { workingDaysAfter } from '#shared/model/review/working-days.ts'
import { changeBy, todayOf } from '../records/call-changes.ts'
import type { Handlers } from '../registration.ts'
import { readHolidays } from '../review/calendar.ts'
import { listAdjustments } from './read-adjustments.ts'
import { recordAdjustment } from './record.ts'
import { listTasks, settleTasks } from './tasks.ts'
import { showTouched } from './touched.ts'

/** What changed around the register, and what has to be done again because of it. */
export const adjustmentsHandlers: Handlers<Contract['adjustments']> = {
  start: async (_input, call) => ({ today: todayOf(call), dueOn: workingDaysAfter(todayOf(call), taskDays, await readHolidays(call.core.database.read)) }),
  touched: ({ criteria, limit }, { core }) => showTouched(core.database.read, criteria, limit),
  record: (order, call) => recordAdjustment(call, order),
  list: (order, call) => listAdjustments(call.core.database.read, order, todayOf(call)),
  tasks: (order, call) => listTasks(call.core.database.read, order, todayOf(call)),
  settle: async (order, call) => ({ settled: await changeBy(call, (change) => settleTasks(change, call.gate, order)) }),
}
