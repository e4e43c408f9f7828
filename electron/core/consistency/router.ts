import type { Contract } from '#shared/contract/index.ts'
import { changeBy, todayOf } from '../records/call-changes.ts'
import type { Handlers } from '../registration.ts'
import { exportFindings } from './export-findings.ts'
import { findPage } from './find-page.ts'
import { readLevels, setLevel } from './levels.ts'
import { runCheck } from './run-check.ts'
import { consistencySummary } from './summary.ts'

/** Whether the register agrees with itself, before it is submitted, frozen or exported. */
export const consistencyHandlers: Handlers<Contract['consistency']> = {
  run: ({ departmentIds }, { core }) => runCheck(core, departmentIds),
  summary: (order, { core }) => consistencySummary(core, order),
  findings: (order, call) => findPage(call.core.database.read, todayOf(call), order),
  export: (order, { core }) => exportFindings(core, order),
  levels: async (_input, { core }) => [...await readLevels(core.database.read)].map(([rule, level]) => ({ rule, level })),
  setLevel: async (order, call) => {
    await changeBy(call, (change) => setLevel(change, order))
    return order
  },
}
