import type { exchange } from '#shared/contract/exchange.ts'
import type { Handlers } from '../registration.ts'
import { applyImport } from './apply/apply-import.ts'
import { listBatches } from './batches.ts'
import { exportList } from './lists/export-list.ts'
import { planImport } from './plan/plan-import.ts'
import { dropPlan } from './plan/plan-store.ts'
import { makeTemplate } from './templates/make-template.ts'
import { undoImport } from './undo/undo-import.ts'

/** Workbooks in and out. */
export const exchangeHandlers: Handlers<typeof exchange> = {
  plan: ({ file, mapping, locale }, { core, actor }) => planImport(core, actor, { file, mapping, locale: locale ?? 'zh-CN' }),
  apply: ({ planId }, { core, actor }) => applyImport(core, actor, planId),
  discard: ({ planId }, { core }) => ({ discarded: dropPlan(core, planId) }),
  batches: (_, { core }) => listBatches(core.database.read),
  template: (order, { core }) => makeTemplate(core.database.read, order),
  exportList: (order, { core }) => exportList(core, order),
  undo: ({ batchId }, { core, actor }) => undoImport(core, actor, batchId),
}
