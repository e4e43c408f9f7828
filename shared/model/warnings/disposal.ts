import type { Caller } from '../caller.ts'
import { may } from '../permissions.ts'

/** Where a disposal sheet (预警处置单) stands, in the order of its way. */
export const disposalStates = ['found', 'issued', 'received', 'analysed', 'rectifying', 'rectified', 'rechecked', 'escalated', 'lifted', 'transferred'] as const
export type DisposalState = (typeof disposalStates)[number]

/** Nothing follows on these. */
export const closedStates = ['lifted', 'transferred'] as const satisfies readonly DisposalState[]
export const openStates = disposalStates.filter((state) => !closedStates.some((closed) => closed === state))

/** What the department does that was warned. */
export const handlerActions = ['receive', 'analyse', 'rectify', 'complete'] as const
export type HandlerAction = (typeof handlerActions)[number]

/** What those do who warn and watch: inspection and leaders. */
export const officeActions = ['issue', 'approve', 'pass', 'return', 'lift', 'escalate', 'transfer'] as const
export type OfficeAction = (typeof officeActions)[number]
export type DisposalAction = HandlerAction | OfficeAction

/** Besides what people do, the daily run writes down that a step was late, that what was found is gone, and that it is back. */
export const stepActions = [...handlerActions, ...officeActions, 'late', 'clear', 'reappear'] as const
export type StepAction = (typeof stepActions)[number]

/** What decides which steps are open, besides who asks. */
export interface DisposalFacts {
  readonly state: DisposalState
  /** Whether a leader's approval is asked for at this level, and whether it was given. */
  readonly needsApproval: boolean
  readonly approved: boolean
  /** The rule that found it finds it no longer. */
  readonly cleared: boolean
}

const moves: Readonly<Record<DisposalAction, { readonly from: readonly DisposalState[]; readonly to: DisposalState }>> = {
  issue: { from: ['found', 'escalated'], to: 'issued' },
  approve: { from: ['issued'], to: 'issued' },
  receive: { from: ['issued'], to: 'received' },
  analyse: { from: ['received'], to: 'analysed' },
  rectify: { from: ['analysed'], to: 'rectifying' },
  complete: { from: ['rectifying'], to: 'rectified' },
  pass: { from: ['rectified'], to: 'rechecked' },
  return: { from: ['rectified'], to: 'rectifying' },
  lift: { from: ['found', 'rechecked', 'escalated'], to: 'lifted' },
  escalate: { from: ['issued', 'received', 'analysed', 'rectifying', 'rectified', 'rechecked'], to: 'escalated' },
  transfer: { from: openStates, to: 'transferred' },
}

const inOrder: readonly DisposalAction[] = ['issue', 'approve', ...handlerActions, 'pass', 'return', 'lift', 'escalate', 'transfer']

/** The steps that are open, whoever takes them; the one that leads on first. */
export const openActions = (facts: DisposalFacts): DisposalAction[] => inOrder.filter((action) => isOpen(facts, action))

function isOpen({ state, needsApproval, approved, cleared }: DisposalFacts, action: DisposalAction): boolean {
  if (action === 'approve') return state === 'issued' && needsApproval && !approved
  if (action === 'receive' && needsApproval && !approved) return false
  // What is gone by itself need not go the whole way.
  if (action === 'lift' && cleared && openStates.includes(state)) return true
  return moves[action].from.includes(state)
}

/** Where a step leads; undefined where it is not open. */
export const stateAfter = (facts: DisposalFacts, action: DisposalAction): DisposalState | undefined => (isOpen(facts, action) ? moves[action].to : undefined)

export const isHandlers = (action: DisposalAction): action is HandlerAction => handlerActions.some((known) => known === action)
export const isClosed = (state: DisposalState): boolean => closedStates.some((closed) => closed === state)

export const permissionOf = (action: DisposalAction): 'warning.handle' | 'warning.direct' => (isHandlers(action) ? 'warning.handle' : 'warning.direct')

/** Only a leader approves, whoever else may direct. */
export const approvers = ['leader-in-charge', 'chief-leader'] as const

/** The steps somebody may take on a sheet of this department: the machine by the permission table. */
export function offeredActions(facts: DisposalFacts, caller: Pick<Caller, 'grants'>, departmentId: string | null): DisposalAction[] {
  const leads: Pick<Caller, 'grants'> = { grants: caller.grants.filter(({ role }) => approvers.some((known) => known === role)) }
  return openActions(facts).filter((action) => may(action === 'approve' ? leads : caller, permissionOf(action), { departmentId }))
}

/** Which term runs while a sheet waits in a state. */
export const termOf: Readonly<Partial<Record<DisposalState, TermName>>> = {
  found: 'issue', issued: 'receive', received: 'analyse', analysed: 'rectify', rectifying: 'complete', rectified: 'recheck', rechecked: 'conclude', escalated: 'issue',
}
export const termNames = ['issue', 'receive', 'analyse', 'rectify', 'complete', 'recheck', 'conclude'] as const
export type TermName = (typeof termNames)[number]

/** Steps that say something in words; the others may. */
export const spokenActions: readonly DisposalAction[] = ['issue', 'analyse', 'rectify', 'complete', 'pass', 'return', 'escalate', 'transfer']

/** Whether a step takes words here: lifting does unless a re-check was passed before it. */
export const needsWords = ({ state }: Pick<DisposalFacts, 'state'>, action: DisposalAction): boolean =>
  spokenActions.includes(action) || (action === 'lift' && state !== 'rechecked')
