import type { Contract } from '#shared/contract/index.ts'
import { listPage } from '../lists/list-page.ts'
import { changeBy, saveAll, todayOf } from '../records/call-changes.ts'
import type { Handlers } from '../registration.ts'
import { readCalendarOf } from './calendar.ts'
import { checkMeasure } from './checks/check-measure.ts'
import { addEvidence } from './executions/add-evidence.ts'
import { storeFiles } from './executions/evidence.ts'
import { executeMeasure } from './executions/execute-measure.ts'
import { withdrawExecution } from './executions/withdraw-execution.ts'
import { measureDetail } from './measure-detail.ts'
import { measureList } from './measure-list.ts'
import { changeMeasure, createMeasure, reinstateMeasures, withdrawMeasures } from './measure-records.ts'
import { measureRows } from './measure-rows.ts'
import { measureWork } from './measure-work.ts'
import { overdueGroups } from './overdue-groups.ts'

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
  work: ({ id }, call) => measureWork(call, id),
  execute: async ({ evidence, ...order }, call) => {
    const files = await storeFiles(call.core.folder, evidence)
    return changeBy(call, (change) => executeMeasure(change, { ...order, evidence: files }))
  },
  addEvidence: async ({ evidence, ...order }, call) => {
    const files = await storeFiles(call.core.folder, evidence)
    return { progress: await changeBy(call, (change) => addEvidence(change, { ...order, evidence: files })) }
  },
  withdrawExecution: (order, call) => changeBy(call, (change) => withdrawExecution(change, order)),
  check: async (order, call) => ({ checkId: await changeBy(call, (change) => checkMeasure(change, order)) }),
  calendar: (order, call) => readCalendarOf(call.core.database.read, { ...order, today: todayOf(call) }),
  overdue: ({ by }, call) => overdueGroups(call.core.database.read, { by, today: todayOf(call) }),
}
