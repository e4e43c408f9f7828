import type { Contract } from '#shared/contract/index.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { changeBy } from '../records/call-changes.ts'
import type { Handlers } from '../registration.ts'
import { readCalendar, saveCalendar } from './calendar.ts'
import { addComment } from './comments.ts'
import { decideEntry } from './decide.ts'
import { readDesk } from './desk.ts'
import { eachEntry } from './each-entry.ts'
import { ladderInForce, saveLadder } from './ladders.ts'
import type { LookedAt } from './looked-at.ts'
import { listLowerings } from './lowerings.ts'
import { waitingFor } from './mine.ts'
import { keepEntry, recallEntry, reopenEntry, takeEntry } from './move-entries.ts'
import { drawSample, judgeSample, listSamples, samplePoints } from './samples.ts'
import { submitEntry } from './submit.ts'

/** Reviewing: each level's grade beside the others, decided by somebody who did not write it. */
export const reviewHandlers: Handlers<Contract['review']> = {
  mine: (_input, call) => waitingFor(call),
  desk: ({ id }, call) => readDesk(call, id),
  snapshot: async ({ decisionId }, { core }) => {
    const row = await core.database.read.selectFrom('review_decision as d').innerJoin('review_snapshot as s', 's.hash', 'd.snapshot_hash').select('s.content').where('d.id', '=', decisionId).executeTakeFirst()
    if (row === undefined) throw new Refusal('record.missing')
    const { riskPoint, power, measures } = JSON.parse(row.content) as LookedAt
    return { riskPoint, power, measures: [...measures] }
  },
  submit: ({ selection, reason, evidence }, call) => eachEntry(call, selection, ({ change, entry, setting, role }) => submitEntry(change, { entry, setting, role, submission: { reason, evidence } })),
  recall: ({ selection }, call) => eachEntry(call, selection, ({ change, ...moving }) => recallEntry(change, moving)),
  take: ({ selection }, call) => eachEntry(call, selection, ({ change, ...moving }) => takeEntry(change, moving)),
  decide: ({ selection, ...judgement }, call) => eachEntry(call, selection, ({ change, entry, setting, personId }) => decideEntry(change, { entry, setting, personId, judgement })),
  reopen: ({ selection, kind, reason }, call) => eachEntry(call, selection, ({ change, ...moving }) => reopenEntry(change, moving, { kind, reason })),
  keep: ({ selection, reason }, call) => eachEntry(call, selection, ({ change, ...moving }) => keepEntry(change, moving, reason)),
  comment: async (comment, call) => ({ id: await changeBy(call, (change) => addComment(change, comment)) }),
  lowerings: (order, { core }) => listLowerings(core.database.read, order),
  ladder: async (_input, { core }) => ({
    ladder: await ladderInForce(core.database.read),
    versions: await core.database.read.selectFrom('review_ladder').select(['number', 'note', 'created_at as createdAt', 'created_by as createdBy']).orderBy('number', 'desc').execute(),
  }),
  saveLadder: async ({ ladder, note }, call) => ({ number: (await changeBy(call, (change) => saveLadder(change, ladder, note))).number }),
  calendar: (_input, { core }) => readCalendar(core.database.read),
  saveCalendar: async (order, call) => {
    await changeBy(call, (change) => saveCalendar(change, order))
    return { year: order.year }
  },
  drawSample: (order, call) => changeBy(call, (change) => drawSample(change, order)),
  samples: (_input, { core }) => listSamples(core.database.read),
  samplePoints: ({ id }, { core }) => samplePoints(core.database.read, id),
  judgeSample: async (order, call) => {
    await changeBy(call, (change) => judgeSample(change, order))
    return { judged: 1 }
  },
}
