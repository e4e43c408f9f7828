import { Refusal } from '#shared/model/refusal.ts'
import { approverRoles } from '#shared/model/review/ladder.ts'
import type { Ladder } from '#shared/model/review/ladder.ts'
import { stopFrom } from '#shared/model/review/way.ts'
import type { OnTheWay } from '#shared/model/review/way.ts'
import type { GradingDirection } from '#shared/model/states.ts'
import { refuseInconsistent } from '../consistency/refuse-inconsistent.ts'
import type { Change } from '../database/database.ts'
import { checkEvidence } from './check-evidence.ts'
import { dueOn } from './deadlines.ts'
import { levelFrom, standingGrading } from './entries.ts'
import type { Entry, Level } from './entries.ts'
import { keepDecision } from './keep-decision.ts'
import { rememberedLadder } from './ladders.ts'
import { directionBetween } from './propose-level.ts'
import { askedInstead } from './reviewers.ts'
import type { Setting } from './setting.ts'

export interface Submission { readonly reason: string; readonly evidence: readonly string[] }

/**
 * Hands an entry in: from now on it is the reviewers'. The grade its writers declare becomes the first of the levels.
 * @throws Refusal `review.ungraded`, `review.to-confirm`, `review.not-raised`, `review.not-lowered`, `review.reason-missing`, `review.evidence-missing`, `consistency.<rule>`
 */
export async function submitEntry(change: Change, { entry, setting, submission, role }: { entry: Entry; setting: Setting; submission: Submission; role: string }): Promise<void> {
  if (entry.confirm_code !== null) throw new Refusal('review.to-confirm', { number: entry.number })
  const grading = await standingGrading(change.db, entry)
  await refuseInconsistent(change, entry)
  const level = levelFrom(grading)
  const lowers = await checkDirection(change, { entry, level, byHand: grading.direction, submission })
  const { number, ladder } = await rememberedLadder(change)
  const heaviest = setting.heaviest([level.grade, level.computedGrade, entry.determined_grade])
  const onTheWay: OnTheWay = { grade: level.grade, heaviest, needs: lowers ? needsWithoutApproval(ladder, heaviest, setting) : null }
  const stop = stopFrom(ladder, 0, onTheWay)
  await keepDecision(change, entry, {
    action: 'submit', to: 'submitted', role, level, reason: submission.reason, evidence: submission.evidence,
    direction: entry.determined_rank === null ? 'same' : directionBetween(entry.determined_rank, level.rank), snapshot: setting.snapshotOf(entry),
    entry: {
      entry_step: stop.step, entry_ladder: number, entry_grade: level.grade, entry_grade_rank: level.rank, entry_heaviest: heaviest, entry_needs: onTheWay.needs,
      entry_asked: askedInstead(setting.questionAt(entry, stop), { writer: change.actor.id }), entry_lowered: lowers ? 1 : 0, entry_due_on: dueOn(ladder, stop, setting), to_re_examine: 0,
    },
  })
}

/** What was opened to be raised must be raised. A lowering, below the method or below what stands, takes reason and evidence. */
async function checkDirection(change: Change, { entry, level, byHand, submission }: { entry: Entry; level: Level; byHand: GradingDirection; submission: Submission }): Promise<boolean> {
  const against = entry.determined_rank === null ? 'same' : directionBetween(entry.determined_rank, level.rank)
  const { number } = entry
  if (entry.entry_kind === 'raise' && against !== 'raised') throw new Refusal('review.not-raised', { number })
  if (entry.entry_kind === 'lower' && against !== 'lowered') throw new Refusal('review.not-lowered', { number })
  const lowers = against === 'lowered' || byHand === 'lowered'
  if (!lowers) return false
  if (submission.reason.trim() === '') throw new Refusal('review.reason-missing', { number }, 'reason')
  await checkEvidence(change, { number, evidence: submission.evidence })
  return true
}

/** A ladder without an approval asks nobody higher by itself, so a lowering asks for him. */
function needsWithoutApproval({ steps }: Ladder, heaviest: string, { severities }: Setting): OnTheWay['needs'] {
  const approval = steps.find(({ kind, grades }) => kind === 'approval' && (grades === undefined || grades.includes(heaviest)))
  if (approval !== undefined) return null
  const [, middle, highest] = approverRoles
  return Math.max(...severities.values()) === severities.get(heaviest) ? highest : middle
}
