import type { ReopenKind } from '#shared/model/review/decisions.ts'
import { reviewStates } from '#shared/model/review/entry-states.ts'
import { stopFrom } from '#shared/model/review/way.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'
import { reinstateRecords } from '../records/change-state.ts'
import { riskKind } from '../risks/risk-kind.ts'
import { writersColumns } from './columns-of-writers.ts'
import { dueOn } from './deadlines.ts'
import { levelFrom, standingGrading, stopOf } from './entries.ts'
import type { Entry, Level } from './entries.ts'
import { keepDecision } from './keep-decision.ts'
import { rememberedLadder } from './ladders.ts'
import { settleReExaminations } from './re-examinations.ts'
import { askedInstead } from './reviewers.ts'
import type { Setting } from './setting.ts'
import { takerRole } from './taker-role.ts'

interface Moving { readonly entry: Entry; readonly setting: Setting; readonly role: string; readonly personId: string }

/** Takes a submitted entry in hand: from now on its writers cannot call it back. @throws Refusal as `decideEntry` */
export async function takeEntry(change: Change, { entry, setting, personId }: Moving): Promise<void> {
  const ladder = setting.ladderOf(entry)
  const stop = stopOf(entry, ladder)
  const role = takerRole({ entry, setting, personId }, stop)
  const first = stopFrom(ladder, entry.entry_step, { grade: entry.entry_grade ?? '', heaviest: entry.entry_heaviest ?? '', needs: entry.entry_needs })
  await keepDecision(change, entry, { action: 'take', to: first.state, role })
}

/** Gives a submitted entry back to its writers, at their own wish. */
export async function recallEntry(change: Change, { entry, role }: Moving): Promise<void> {
  await keepDecision(change, entry, {
    action: 'recall', to: 'draft', role,
    entry: { ...writersColumns(entry), entry_lowered: 0 },
  })
}

/**
 * Opens an entry in force again: for adjusting, raising or lowering it becomes a draft of its writers; cancelling goes
 * straight to the reviewers. A cancelled entry that is opened comes back as a draft.
 * @throws Refusal `review.reason-missing`, `review.already-cancelled`
 */
export async function reopenEntry(change: Change, { entry, setting, role }: Moving, { kind, reason }: { kind: ReopenKind; reason: string }): Promise<void> {
  if (reason.trim() === '') throw new Refusal('review.reason-missing', { number: entry.number }, 'reason')
  if (kind === 'cancel') return proposeCancelling(change, { entry, setting, role }, reason)
  if (entry.state === 'withdrawn') await reinstateRecords(change, riskKind, [entry.id])
  await settleReExaminations(change, entry, 'reopened')
  await keepDecision(change, entry, { action: 'reopen', to: 'draft', role, reason, entry: { ...freshCycle(entry), entry_kind: kind } })
}

/** Columns of an entry whose next cycle begins as a draft. */
export const freshCycle = (entry: Pick<Entry, 'entry_cycle' | 'grade_code' | 'grade_rank'>) => ({
  ...writersColumns(entry), entry_cycle: entry.entry_cycle + 1, entry_lowered: 0 as const, to_re_examine: 0 as const,
})

async function proposeCancelling(change: Change, { entry, setting, role }: Omit<Moving, 'personId'>, reason: string): Promise<void> {
  if (entry.entry_state === 'cancelled') throw new Refusal('review.already-cancelled', { number: entry.number })
  const { number, ladder } = await rememberedLadder(change)
  const level = levelFrom(await standingGrading(change.db, entry))
  const stop = stopFrom(ladder, 0, { grade: level.grade, heaviest: level.grade, needs: null })
  await settleReExaminations(change, entry, 'reopened')
  await keepDecision(change, entry, {
    action: 'reopen', to: 'submitted', role, reason, level, snapshot: setting.snapshotOf(entry),
    entry: { ...freshCycle(entry), entry_kind: 'cancel', entry_step: stop.step, entry_ladder: number, entry_heaviest: level.grade, entry_asked: askedInstead(setting.questionAt(entry, stop), { writer: change.actor.id }), entry_due_on: dueOn(ladder, stop, setting) },
  })
}

/**
 * Says that an entry in force stands as it is though something under it changed; what was looked at is kept anew.
 * @throws Refusal `review.nothing-to-keep`, `review.reason-missing`, `review.own-entry`, `review.own-post`
 */
export async function keepEntry(change: Change, { entry, setting, role, personId }: Moving, reason: string): Promise<void> {
  if (entry.to_re_examine === 0) throw new Refusal('review.nothing-to-keep', { number: entry.number })
  if (reason.trim() === '') throw new Refusal('review.reason-missing', { number: entry.number }, 'reason')
  const person = setting.people.find(({ id }) => id === personId)
  if (person !== undefined && entry.post_id !== null && person.posts.has(entry.post_id)) throw new Refusal('review.own-post', { number: entry.number })
  await settleReExaminations(change, entry, 'kept')
  await keepDecision(change, entry, { action: 'keep', to: entry.entry_state, role, reason, snapshot: setting.snapshotOf(entry) })
}

/** After what was determined on paper has been taken over: the entry is in force, and what it looks like now is kept. */
export async function takeOverEntry(change: Change, { entry, setting }: Pick<Moving, 'entry' | 'setting'>, { level, reason }: { level: Level; reason: string }): Promise<void> {
  await keepDecision(change, entry, {
    action: 'take-over', to: 'in-force', role: change.actor.kind === 'service' ? 'service' : 'chief-leader', level, reason, snapshot: setting.snapshotOf(entry),
    entry: { determined_grade: level.grade, determined_rank: level.rank, entry_grade: level.grade, entry_grade_rank: level.rank, entry_due_on: null, to_re_examine: 0 },
  })
}

/** A new year begins: what is in force becomes a draft whose grade has to be confirmed anew; what is under way goes on. */
export async function openForYear(change: Change, entry: Entry, year: number): Promise<void> {
  await settleReExaminations(change, entry, 'reopened')
  await keepDecision(change, entry, { action: 'year', to: 'draft', role: 'service', reason: String(year), entry: { ...freshCycle(entry), entry_kind: 'year' } })
}

/** Whether somebody is asked to judge the entry at this moment. */
export const isUnderReview = ({ entry_state }: Pick<Entry, 'entry_state'>): boolean => reviewStates.some((state) => state === entry_state)
