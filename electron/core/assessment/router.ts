import type { Contract } from '#shared/contract/index.ts'
import { changeBy, todayOf } from '../records/call-changes.ts'
import type { Handlers } from '../registration.ts'
import { readBoard } from './board.ts'
import { dropCampaign, publishResults, saveDates } from './campaign-changes.ts'
import { listCampaigns } from './campaign.ts'
import { closeCampaign } from './close-campaign.ts'
import { suggestedDates } from './dates.ts'
import { handOn, sendBack } from './hand-on.ts'
import { answerObjection, listObjections, raiseObjection } from './objections.ts'
import { openCampaign } from './open-campaign.ts'
import { recompute } from './recompute.ts'
import { compareDepartment, readResults } from './results.ts'
import { rowsOfFigure } from './rows-behind.ts'
import { giveScore } from './score.ts'
import { readSheet, readTrail } from './sheet.ts'
import { createTemplate, listTemplates, readTemplate, saveTemplate, setTemplateState, supplyTemplates } from './templates.ts'
import { markVeto } from './vetoes.ts'

/** The yearly assessment: templates, campaigns, scores, objections, results. */
export const assessmentHandlers: Handlers<Contract['assessment']> = {
  templates: (_input, { core }) => listTemplates(core.database.read),
  template: (order, { core }) => readTemplate(core.database.read, order),
  supplyTemplates: async (_input, call) => ({ added: await changeBy(call, supplyTemplates) }),
  createTemplate: async (order, call) => ({ id: await changeBy(call, (change) => createTemplate(change, order)) }),
  saveTemplate: (order, call) => changeBy(call, (change) => saveTemplate(change, order)),
  setTemplateState: async (order, call) => {
    await changeBy(call, (change) => setTemplateState(change, order))
    return { id: order.id }
  },

  start: async (_input, call) => {
    const today = todayOf(call)
    const db = call.core.database.read
    const years = await db.selectFrom('archive').select('year').orderBy('year', 'desc').execute()
    return { ...await suggestedDates(db, today), today, frozenYears: years.map(({ year }) => year) }
  },
  campaigns: (_input, { core }) => listCampaigns(core.database.read),
  campaign: ({ id }, call) => readBoard(call.core.database.read, id, { caller: call.caller, today: todayOf(call) }),
  sheet: ({ id }, call) => readSheet(call.core.database.read, id, { caller: call.caller, today: todayOf(call) }),
  trail: ({ id }, { core }) => readTrail(core.database.read, id),
  indicatorRows: (order, call) => rowsOfFigure(call, order),
  objections: ({ id }, call) => listObjections(call.core.database.read, id, { caller: call.caller, today: todayOf(call) }),
  results: ({ id }, { core }) => readResults(core.database.read, id),
  compare: ({ id }, { core }) => compareDepartment(core.database.read, id),

  open: (order, call) => openCampaign(call, order),
  recompute: (seen, call) => recompute(call, seen),
  saveDates: (order, call) => changeBy(call, (change) => saveDates(change, order)),
  drop: (order, call) => changeBy(call, (change) => dropCampaign(change, order)),
  publish: (order, call) => changeBy(call, (change) => publishResults(change, order)),
  close: (seen, call) => changeBy(call, (change) => closeCampaign(change, seen)),

  scoreSelf: (order, call) => giveScore(call, 'self', order),
  scoreOffice: (order, call) => giveScore(call, 'office', order),
  scoreLead: (order, call) => giveScore(call, 'lead', order),
  handInSelf: (order, call) => handOn(call, 'self', order),
  handOnOffice: (order, call) => handOn(call, 'office', order),
  handOnLead: (order, call) => handOn(call, 'lead', order),
  sendBackOffice: (order, call) => sendBack(call, 'office', order),
  sendBackLead: (order, call) => sendBack(call, 'lead', order),
  markVeto: (order, call) => markVeto(call, order),

  object: (order, call) => raiseObjection(call, order),
  answer: (order, call) => answerObjection(call, order),
}
