import type { Contract } from '#shared/contract/index.ts'
import { changeBy, todayOf } from '../records/call-changes.ts'
import type { Handlers } from '../registration.ts'
import { contentOf, listMonths, makeSheet } from './months.ts'

/** What changed month by month, accounted for on the first working day of the next. */
export const changeSheetsHandlers: Handlers<Contract['changeSheets']> = {
  months: ({ year }, call) => listMonths(call.core.database.read, year, { today: todayOf(call), localDate: call.core.env.localDate }),
  month: async ({ month, limit }, { core }) => {
    const { content, made } = await contentOf(core.database.read, month, core.env.localDate)
    return { entries: content.entries.slice(0, limit), powers: content.powers.slice(0, limit), totals: { entries: content.entries.length, powers: content.powers.length }, made }
  },
  make: ({ month }, call) => {
    call.gate.require({ departmentId: null })
    return changeBy(call, (change) => makeSheet(change, month, call.core.env.localDate))
  },
}
