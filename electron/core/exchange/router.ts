import type { exchange } from '#shared/contract/exchange.ts'
import type { Call, Handlers } from '../registration.ts'
import { applyImport } from './apply/apply-import.ts'
import { listBatches } from './batches.ts'
import { exportList } from './lists/export-list.ts'
import { forgetColumn, forgetLayout } from './layouts/forget.ts'
import { listRemembered } from './layouts/list-remembered.ts'
import { sheetHead, suggestColumns } from './layouts/look-at-sheet.ts'
import { planImport } from './plan/plan-import.ts'
import { dropPlan, findPlan } from './plan/plan-store.ts'
import { refuseOutside, refuseUndoOutside } from './plan/reach.ts'
import type { Reach } from './plan/reach.ts'
import { makeTemplate } from './templates/make-template.ts'
import { undoImport } from './undo/undo-import.ts'

/** The departments whose records the caller may write. Asking for those of none says whether he may write them all. */
function reachOf({ gate }: Call): Reach {
  const whole = gate.permits({ departmentId: null })
  return (departmentId) => whole || gate.permits({ departmentId })
}

/** Workbooks in and out. */
export const exchangeHandlers: Handlers<typeof exchange> = {
  plan: ({ file, mapping, readAs, locale }, call) => planImport(call.core, call.actor, { file, mapping, readAs, locale: locale ?? 'zh-CN', reach: reachOf(call) }),
  apply: ({ planId }, call) => {
    refuseOutside(findPlan(call.core, planId).draft, reachOf(call))
    return applyImport(call.core, call.actor, planId)
  },
  discard: ({ planId }, call) => {
    reachOf(call)
    return { discarded: dropPlan(call.core, planId) }
  },
  sheetHead: (asked, call) => {
    reachOf(call)
    return sheetHead(call.core, asked)
  },
  suggestColumns: (asked, call) => {
    reachOf(call)
    return suggestColumns(call.core, asked)
  },
  remembered: (_, { core }) => listRemembered(core.database.read),
  forgetLayout: async ({ id }, call) => {
    reachOf(call)
    return { forgotten: await forgetLayout(call.core, call.actor, id) }
  },
  forgetColumn: async (column, call) => {
    reachOf(call)
    return { forgotten: await forgetColumn(call.core, call.actor, column) }
  },
  batches: (_, { core }) => listBatches(core.database.read),
  template: (order, { core }) => makeTemplate(core.database.read, order),
  exportList: (order, { core }) => exportList(core, order),
  undo: async ({ batchId }, call) => {
    await refuseUndoOutside(call.core.database.read, batchId, reachOf(call))
    return undoImport(call.core, call.actor, batchId)
  },
}
