/** Where a problem came to light: 检查 考评 预警 审计 巡察 自查 一致性检查. */
export const rectificationSources = ['inspection', 'assessment', 'warning', 'audit', 'patrol', 'self-check', 'consistency'] as const
export type RectificationSource = (typeof rectificationSources)[number]

/** Those a person may name; the consistency check names itself. */
export const recordedSources = ['inspection', 'assessment', 'warning', 'audit', 'patrol', 'self-check'] as const satisfies readonly RectificationSource[]

/** 'returned': the checker did not accept it; 'closed': 销号. */
export const rectificationStates = ['open', 'rectified', 'returned', 'closed'] as const
export type RectificationState = (typeof rectificationStates)[number]

/** In which the owner still has to do something, so that its term runs. */
export const runningStates = ['open', 'returned'] as const satisfies readonly RectificationState[]

export const rectificationActions = ['open', 'change', 'term', 'rectify', 'return', 'close', 'reopen'] as const
export type RectificationAction = (typeof rectificationActions)[number]

/** Records an entry may be about, by their codes in the log. */
export const rectifiedEntities = ['risk-point', 'power', 'control-measure', 'post', 'department', 'risk-category', 'warning', 'assessment-item'] as const
export type RectifiedEntity = (typeof rectifiedEntities)[number]

/** Working days an entry has where nobody says otherwise. */
export const rectificationDays = 20

const ways: Readonly<Record<Exclude<RectificationAction, 'open'>, { readonly from: readonly RectificationState[]; readonly to: RectificationState | 'same' }>> = {
  change: { from: runningStates, to: 'same' },
  term: { from: runningStates, to: 'same' },
  rectify: { from: runningStates, to: 'rectified' },
  return: { from: ['rectified'], to: 'returned' },
  close: { from: ['rectified'], to: 'closed' },
  reopen: { from: ['closed'], to: 'open' },
}

/** The state an action leads to; undefined where it cannot be done in this one. */
export function stateAfter(state: RectificationState, action: Exclude<RectificationAction, 'open'>): RectificationState | undefined {
  const { from, to } = ways[action]
  if (!from.includes(state)) return undefined
  return to === 'same' ? state : to
}

/** Late from the day after its term, as long as its owner has it. */
export const isLate = ({ state, dueOn }: { readonly state: RectificationState; readonly dueOn: string }, today: string): boolean =>
  runningStates.some((running) => running === state) && dueOn < today

/** Everybody who has a part in an entry, by account and by name. */
export interface Parties {
  /** Who owns it, holds the post that owns it, recorded it or mended it. */
  readonly personIds: ReadonlySet<string>
  readonly names: ReadonlySet<string>
}

export interface Checker { readonly personId: string | null; readonly name: string }

/**
 * Four eyes: whoever answers for a problem, recorded it or mended it does not close it. Where there is no account to go
 * by, the name decides.
 */
export function mayCheck({ personId, name }: Checker, { personIds, names }: Parties): boolean {
  return !(personId !== null && personIds.has(personId)) && !names.has(name.trim())
}
