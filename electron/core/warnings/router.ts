import type { Contract } from '#shared/contract/index.ts'
import { changeBy, todayOf } from '../records/call-changes.ts'
import type { Handlers } from '../registration.ts'
import { readHolidays } from '../review/calendar.ts'
import { rectifyByFor } from './disposal/due.ts'
import { hasRectified } from './disposal/four-eyes.ts'
import { takeSteps } from './disposal/take-steps.ts'
import { applyEvents, undoEvents } from './events/apply-events.ts'
import { dropEventPlan } from './events/event-plans.ts'
import { listEventBatches, listEvents } from './events/list-events.ts'
import { planEvents } from './events/plan-events.ts'
import { dismissEvents, linkEvent, warnOfEvent } from './events/settle-events.ts'
import { warningFigures } from './figures.ts'
import { listWarnings } from './list-warnings.ts'
import { raiseWarning } from './raise.ts'
import { readWarning } from './read-warning.ts'
import { runRules } from './run/run-rules.ts'
import { saveLevels } from './save-levels.ts'
import { saveRule } from './save-rule.ts'
import { saveSources } from './save-sources.ts'
import { levelNamed, readLevels, readSettings } from './settings.ts'

/** Warnings, their disposal, and events from an e-supervision platform. */
export const warningsHandlers: Handlers<Contract['warnings']> = {
  list: (order, call) => listWarnings(call.core.database.read, order, todayOf(call)),
  figures: (_input, call) => warningFigures(call.core.database.read, todayOf(call)),
  get: async ({ id }, call) => {
    const { read } = call.core.database
    const sheet = await readWarning(read, id, todayOf(call))
    const level = levelNamed(await readLevels(read), sheet.warning.levelCode)
    return { ...sheet, rectifiedByCaller: await hasRectified(read, id, call.actor), rectifyBy: rectifyByFor(level, { today: todayOf(call), holidays: await readHolidays(read) }) }
  },
  settings: (_input, { core }) => readSettings(core.database.read),
  saveLevels: async ({ levels }, call) => ({ saved: await changeBy(call, (change) => saveLevels(change, levels)) }),
  saveRule: async (rule, call) => ({ revision: await changeBy(call, (change) => saveRule(change, rule)) }),
  saveSources: async ({ sources }, call) => ({ saved: await changeBy(call, (change) => saveSources(change, sources)) }),
  run: (_input, call) => runRules(call.core, call.actor),
  raise: async (order, call) => ({ id: await changeBy(call, (change) => raiseWarning(change, order)) }),
  handle: async (order, call) => ({ done: await changeBy(call, (change) => takeSteps(change, call.gate, order)) }),
  direct: async (order, call) => ({ done: await changeBy(call, (change) => takeSteps(change, call.gate, order)) }),
  events: (order, { core }) => listEvents(core.database.read, order),
  eventBatches: (_input, { core }) => listEventBatches(core.database.read),
  planEvents: ({ file }, { core }) => planEvents(core, file),
  applyEvents: ({ planId }, { core, actor }) => applyEvents(core, actor, planId),
  discardEvents: ({ planId }, { core }) => ({ discarded: dropEventPlan(core, planId) }),
  undoEvents: async ({ batchId }, call) => ({ withdrawn: await changeBy(call, (change) => undoEvents(change, batchId)) }),
  linkEvent: async (order, call) => ({ revision: await changeBy(call, (change) => linkEvent(change, order)) }),
  dismissEvents: async (order, call) => ({ dismissed: await changeBy(call, (change) => dismissEvents(change, order)) }),
  warnOfEvent: async (order, call) => ({ warningId: await changeBy(call, (change) => warnOfEvent(change, order)) }),
}
