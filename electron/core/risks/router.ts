import type { Contract } from '#shared/contract/index.ts'
import { listPage } from '../lists/list-page.ts'
import { changeBy, saveAll, todayOf } from '../records/call-changes.ts'
import type { Handlers } from '../registration.ts'
import { setFigure } from './figures/set-figure.ts'
import { whyNotVerify } from './figures/why-not-verify.ts'
import { riskDetail } from './risk-detail.ts'
import { riskList } from './risk-list.ts'
import { changeRiskPoint, confirmRiskPoints, createRiskPoint, reinstateRiskPoints, withdrawRiskPoints } from './risk-records.ts'
import { riskRows } from './risk-rows.ts'

export const risksHandlers: Handlers<Contract['risks']> = {
  list: (request, call) => {
    const db = call.core.database.read
    return listPage(db, riskList, { request, first: 'number', today: todayOf(call), details: (numbers) => riskRows(db, numbers) })
  },
  get: ({ id }, call) => riskDetail(call.core.database.read, id, todayOf(call)),
  create: async (input, call) => {
    const power = await call.core.database.read.selectFrom('power').select('department_id').where('id', '=', input.powerId).executeTakeFirst()
    call.gate.require({ departmentId: input.departmentId ?? power?.department_id ?? null, state: 'draft' })
    return { id: await changeBy(call, (change) => createRiskPoint(change, input)) }
  },
  save: ({ items }, call) => saveAll(call, items, changeRiskPoint),
  confirm: async ({ ids }, call) => ({ confirmed: await changeBy(call, (change) => confirmRiskPoints(change, ids)) }),
  setExpected: async (order, call) => ({ grade: await changeBy(call, (change) => setFigure(change, { ...order, figure: 'expected' })) }),
  setVerified: async (order, call) => ({ grade: await changeBy(call, (change) => setFigure(change, { ...order, figure: 'verified' })) }),
  mayNotVerify: async ({ id }, call) => ({ code: await whyNotVerify(call.core.database.read, { riskPointId: id, person: call.actor, today: todayOf(call) }) ?? null }),
  withdraw: async ({ ids }, call) => ({ withdrawn: await changeBy(call, (change) => withdrawRiskPoints(change, ids)) }),
  reinstate: async ({ ids }, call) => ({ reinstated: await changeBy(call, (change) => reinstateRiskPoints(change, ids)) }),
}
