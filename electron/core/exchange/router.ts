import type { exchange } from '#shared/contract/exchange.ts'
import type { Call, Handlers } from '../registration.ts'
import { applyImport } from './apply/apply-import.ts'
import { listBatches } from './batches.ts'
import { exportList } from './lists/export-list.ts'
import { planImport } from './plan/plan-import.ts'
import { dropPlan } from './plan/plan-store.ts'
import { makeTemplate } from './templates/make-template.ts'
import { undoImport } from './undo/undo-import.ts'

/** A workbook may name any department, so whoever imports must reach them all. */
const requireAll = ({ gate }: Call): void => gate.require({ departmentId: null })

/** Workbooks in and out. */
export const exchangeHandlers: Handlers<typeof exchange> = {
  plan: ({ file, mapping, locale }, call) => {
    requireAll(call)
    return planImport(call.core, call.actor, { file, mapping, locale: locale ?? 'zh-CN' })
  },
  apply: ({ planId }, call) => {
    requireAll(call)
    return applyImport(call.core, call.actor, planId)
  },
  discard: ({ planId }, call) => {
    requireAll(call)
    return { discarded: dropPlan(call.core, planId) }
  },
  batches: (_, { core }) => listBatches(core.database.read),
  template: (order, { core }) => makeTemplate(core.database.read, order),
  exportList: (order, { core }) => exportList(core, order),
  undo: ({ batchId }, call) => {
    requireAll(call)
    return undoImport(call.core, call.actor, batchId)
  },
}
