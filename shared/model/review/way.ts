import type { WorkingRole } from '../roles.ts'
import { reviewStates } from './entry-states.ts'
import type { EntryState } from './entry-states.ts'
import { approverRoles } from './ladder.ts'
import type { ApproverRole, Ladder, LadderStep } from './ladder.ts'

/** Grades of one scale by code, with their severity: higher is heavier. */
export type Severities = ReadonlyMap<string, number>

/** What decides which step comes next. */
export interface OnTheWay {
  /** The grade the entry bears now. */
  readonly grade: string
  /** The heaviest grade anybody gave it on this way, the method and the determined one included: approval goes by it. */
  readonly heaviest: string
  /** Whose agreement a lowering still needs. */
  readonly needs: WorkingRole | null
}

/** Where an entry waits: the state it is in, the step of the ladder (or none: outside the ladder), and who takes it. */
export interface Stop {
  readonly state: EntryState
  /** Place in the ladder; the length of the ladder once all is done. */
  readonly step: number
  /** Any of these; empty where nobody has to do anything. */
  readonly roles: readonly WorkingRole[]
}

const approvalStates = { 'section-head': 'head-approval', 'leader-in-charge': 'leader-approval', 'chief-leader': 'chief-approval' } as const satisfies Record<ApproverRole, EntryState>

/** Who approves a grade at an approval step; a grade nobody is named for asks for the highest. */
export function approverOf(step: LadderStep, grade: string): ApproverRole {
  return step.approvers.find((approver) => approver.grade === grade)?.role ?? 'chief-leader'
}

/**
 * The next stop at or after a place in the ladder. A lowering that still needs somebody's agreement stops with him
 * first, unless the stop that comes anyway asks as high.
 */
export function stopFrom(ladder: Ladder, place: number, entry: OnTheWay): Stop {
  const coming = plainStop(ladder, place, entry)
  if (entry.needs === null || asksAsHigh(coming, entry.needs)) return coming
  return { state: agreementState(entry.needs), step: coming.step, roles: [entry.needs] }
}

/** Whether the entry waits for the agreement to a lowering and not for the step of the ladder itself. */
export function isDetour(ladder: Ladder, place: number, entry: OnTheWay): boolean {
  return entry.needs !== null && !asksAsHigh(plainStop(ladder, place, entry), entry.needs)
}

function plainStop({ steps }: Ladder, place: number, entry: OnTheWay): Stop {
  for (const [index, step] of steps.entries()) {
    if (index < place || (step.grades !== undefined && !step.grades.includes(entry.heaviest))) continue
    if (step.kind !== 'approval') return { state: step.kind, step: index, roles: step.roles }
    const role = approverOf(step, entry.heaviest)
    return { state: approvalStates[role], step: index, roles: [role] }
  }
  return { state: 'in-force', step: steps.length, roles: [] }
}

function agreementState(role: WorkingRole): EntryState {
  const approver = approverRoles.find((known) => known === role)
  return approver === undefined ? 'inspection-review' : approvalStates[approver]
}

/** Whether a stop is with the role needed, or with nobody but higher ones. */
function asksAsHigh({ state, roles }: Stop, needs: WorkingRole): boolean {
  if (!reviewStates.some((review) => review === state)) return false
  return roles.length > 0 && roles.every((role) => role === needs || (rank(needs) >= 0 && rank(role) >= rank(needs)))
}

const rank = (role: WorkingRole): number => approverRoles.findIndex((known) => known === role)

/** The stop an entry waits at, worked out from what is stored of it; the first one while it is merely submitted. */
export function standingStop(ladder: Ladder, { state, step }: { state: EntryState; step: number }, entry: OnTheWay): Stop {
  const stop = stopFrom(ladder, step, entry)
  return state === 'submitted' ? { ...stop, state } : stop
}

/** The heaviest of several grades; unknown ones count as lightest. @throws RangeError without any */
export function heaviestOf(grades: readonly string[], severities: Severities): string {
  const [first, ...rest] = grades
  if (first === undefined) throw new RangeError('no grade to compare')
  const weight = (grade: string): number => severities.get(grade) ?? Number.NEGATIVE_INFINITY
  return rest.reduce((heaviest, grade) => (weight(grade) > weight(heaviest) ? grade : heaviest), first)
}
