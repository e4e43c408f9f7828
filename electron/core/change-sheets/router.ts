import type { Contract } from '#shared/contract/index.ts'
import { changeBy, todayOf } from '../records/call-changes.ts'
import type { Handlers } from '../registration.ts'
import { monthSource } from './month-source.ts'
import { contentOf, listMonths, makeSheet } from './months.ts'

/** What changed month by month, accounted for on the first working day of the next. */
export const changeSheetsHandlers: Handlers<Contract['changeSheets']> = {
  months: ({ year }, call) => listMonths(monthSource(call.core), year, todayOf(call)),
  month: async ({ month, limit }, { core }) => {
    const { content, made } = await contentOf(monthSource(core), month)
    return { entries: content.entries.slice(0, limit), powers: content.powers.slice(0, limit), totals: { entries: content.entries.length, powers: content.powers.length }, made }
  },
  make: ({ month }, call) => {
    call.gate.require({ departmentId: null })
    return changeBy(call, (change) => makeSheet(change, month, call.core.env.localDate))
  },
}
