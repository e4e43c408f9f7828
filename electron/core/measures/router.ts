import type { Contract } from '#shared/contract/index.ts'
import { listPage } from '../lists/list-page.ts'
import { changeBy, saveAll, todayOf } from '../records/call-changes.ts'
import type { Handlers } from '../registration.ts'
import { measureDetail } from './measure-detail.ts'
import { measureList } from './measure-list.ts'
import { changeMeasure, createMeasure, reinstateMeasures, withdrawMeasures } from './measure-records.ts'
import { measureRows } from './measure-rows.ts'

export const measuresHandlers: Handlers<Contract['measures']> = {
  list: (request, call) => {
    const [db, today] = [call.core.database.read, todayOf(call)]
    return listPage(db, measureList, { request, first: 'number', today, details: (numbers) => measureRows(db, numbers, today) })
  },
  get: ({ id }, call) => measureDetail(call.core.database.read, id, todayOf(call)),
  create: async (input, call) => {
    call.gate.require({ departmentId: input.departmentId ?? null })
    return { id: await changeBy(call, (change) => createMeasure(change, input)) }
  },
  save: ({ items }, call) => saveAll(call, items, changeMeasure),
  withdraw: async ({ ids }, call) => ({ withdrawn: await changeBy(call, (change) => withdrawMeasures(change, ids)) }),
  reinstate: async ({ ids }, call) => ({ reinstated: await changeBy(call, (change) => reinstateMeasures(change, ids)) }),
}
