import { Refusal } from '#shared/model/refusal.ts'
import { lowererApprover } from '#shared/model/review/ladder.ts'
import type { Ladder } from '#shared/model/review/ladder.ts'
import { reviewStates } from '#shared/model/review/entry-states.ts'
import { isDetour, stopFrom } from '#shared/model/review/way.ts'
import type { OnTheWay, Stop } from '#shared/model/review/way.ts'
import type { WorkingRole } from '#shared/model/roles.ts'
import type { GradingDirection } from '#shared/model/states.ts'
import type { Change } from '../database/database.ts'
import { writersColumns } from './columns-of-writers.ts'
import { checkAttachments, checkEvidence } from './check-evidence.ts'
import { dueOn } from './deadlines.ts'
import { determine } from './determine.ts'
import { onTheWay, standingLevel, stopOf } from './entries.ts'
import type { Entry, Level } from './entries.ts'
import { keepDecision } from './keep-decision.ts'
import { directionBetween, proposedLevel } from './propose-level.ts'
import type { Proposal } from './propose-level.ts'
import { settleReExaminations } from './re-examinations.ts'
import { askedInstead } from './reviewers.ts'
import type { Setting } from './setting.ts'
import { takerRole } from './taker-role.ts'

export interface Judgement {
  readonly decision: 'pass' | 'return'
  readonly grade?: Proposal | undefined
  readonly reason: string
  readonly evidence: readonly string[]
  readonly checklist: readonly string[]
}

interface Deciding { readonly entry: Entry; readonly setting: Setting; readonly personId: string; readonly judgement: Judgement }

/**
 * Takes the step an entry waits for: passes it on, with the grade before it or another, or returns it to its writers.
 * @throws Refusal `review.own-entry`, `review.own-post`, `review.own-lowering`, `review.not-your-step`, `review.nobody-left`,
 * `review.reason-missing`, `review.evidence-missing`, `review.checklist-open`, and those of `proposedLevel`
 */
export async function decideEntry(change: Change, deciding: Deciding): Promise<void> {
  const { entry, setting, judgement } = deciding
  const ladder = setting.ladderOf(entry)
  const stop = stopOf(entry, ladder)
  const role = takerRole(deciding, stop)
  if (judgement.decision === 'return') return giveBack(change, { entry, setting, judgement, role })
  const standing = standingLevel(setting.decisionsOf(entry))
  if (standing === undefined) throw new Error(`entry ${entry.number} is under review without a level`)
  checkChecklist(ladder, { entry, judgement })
  const level = judgement.grade === undefined ? standing : await proposedLevel(change.db, { entry, standing, proposal: judgement.grade })
  const direction = directionBetween(standing.rank, level.rank)
  await demandGrounds(change, { entry, direction, judgement })
  await passOn(change, { entry, setting, judgement, ladder, stop, role, level, direction })
}

async function giveBack(change: Change, { entry, setting, judgement, role }: { entry: Entry; setting: Setting; judgement: Judgement; role: WorkingRole }): Promise<void> {
  if (judgement.reason.trim() === '') throw new Refusal('review.reason-missing', { number: entry.number }, 'reason')
  await checkAttachments(change, judgement.evidence)
  await keepDecision(change, entry, {
    action: 'return', to: 'returned', role, reason: judgement.reason, evidence: judgement.evidence, checklist: judgement.checklist, snapshot: setting.snapshotOf(entry),
    entry: writersColumns(entry),
  })
}

/** Whoever passes an entry says that he has looked at what the step asks for; agreeing to a lowering is none of the steps. */
function checkChecklist(ladder: Ladder, { entry, judgement }: { entry: Entry; judgement: Judgement }): void {
  if (isDetour(ladder, entry.entry_step, onTheWay(entry))) return
  const open = (ladder.steps[entry.entry_step]?.checklist ?? []).filter(({ code }) => !judgement.checklist.includes(code))
  if (open.length > 0) throw new Refusal('review.checklist-open', { number: entry.number, open: open.length }, 'checklist')
}

async function demandGrounds(change: Change, { entry, direction, judgement }: { entry: Entry; direction: GradingDirection; judgement: Judgement }): Promise<void> {
  if (direction === 'same') return checkAttachments(change, judgement.evidence)
  if (judgement.reason.trim() === '') throw new Refusal('review.reason-missing', { number: entry.number }, 'reason')
  if (direction === 'lowered') return checkEvidence(change, { number: entry.number, evidence: judgement.evidence })
  return checkAttachments(change, judgement.evidence)
}

interface Passing { readonly entry: Entry; readonly setting: Setting; readonly judgement: Judgement; readonly ladder: Ladder; readonly stop: Stop; readonly role: WorkingRole; readonly level: Level; readonly direction: GradingDirection }

async function passOn(change: Change, { entry, setting, judgement, ladder, stop, role, level, direction }: Passing): Promise<void> {
  const before = onTheWay(entry)
  const after: OnTheWay = { grade: level.grade, heaviest: setting.heaviest([before.heaviest, level.grade]), needs: direction === 'lowered' ? lowererApprover(role) : null }
  // An agreement stands before its step, which is still to be taken.
  const next = stopFrom(ladder, isDetour(ladder, entry.entry_step, before) ? entry.entry_step : stop.step + 1, after)
  const judged = !reviewStates.some((state) => state === next.state)
  const outcome = judged ? await determine(change, { entry, level, reason: judgement.reason, next: next.state }) : undefined
  await settleReExaminations(change, entry, 'review')
  await keepDecision(change, entry, {
    action: 'pass', to: outcome?.to ?? next.state, role, level, direction, reason: judgement.reason, evidence: judgement.evidence, checklist: judgement.checklist, snapshot: setting.snapshotOf(entry),
    entry: {
      entry_step: next.step, entry_grade: level.grade, entry_grade_rank: level.rank, entry_heaviest: after.heaviest, entry_needs: after.needs, to_re_examine: 0,
      entry_asked: judged ? null : askedInstead(setting.questionAt(entry, next), direction === 'lowered' ? { lowerer: change.actor.id } : {}),
      ...(direction === 'lowered' ? { entry_lowered: 1 as const } : {}), entry_due_on: outcome?.to === 'cancelled' ? null : dueOn(ladder, next, setting), ...outcome?.entry,
    },
  })
}
