import type { Contract } from '#shared/contract/index.ts'
import { listPage } from '../lists/list-page.ts'
import { changeBy, saveAll, todayOf } from '../records/call-changes.ts'
import type { Handlers } from '../registration.ts'
import { powerDetail } from './power-detail.ts'
import { powerList } from './power-list.ts'
import { changePower, createPower, reinstatePowers, withdrawPowers } from './power-records.ts'
import { powerRows } from './power-rows.ts'

export const powersHandlers: Handlers<Contract['powers']> = {
  list: (request, call) => {
    const db = call.core.database.read
    return listPage(db, powerList, { request, first: 'number', today: todayOf(call), details: (numbers) => powerRows(db, numbers) })
  },
  get: ({ id }, call) => powerDetail(call.core.database.read, id, todayOf(call)),
  create: async (input, call) => {
    call.gate.require({ departmentId: input.departmentId ?? null })
    return { id: await changeBy(call, (change) => createPower(change, input)) }
  },
  save: ({ items }, call) => saveAll(call, items, changePower),
  withdraw: async ({ ids }, call) => ({ withdrawn: await changeBy(call, (change) => withdrawPowers(change, ids)) }),
  reinstate: async ({ ids }, call) => ({ reinstated: await changeBy(call, (change) => reinstatePowers(change, ids)) }),
}
