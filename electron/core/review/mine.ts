import type { Caller } from '#shared/model/caller.ts'
import { may } from '#shared/model/permissions.ts'
import { pendingStates } from '#shared/model/review/entry-states.ts'
import type { EntryState } from '#shared/model/review/entry-states.ts'
import { higherRole } from '#shared/model/review/ladder.ts'
import type { Ladder, StepKind } from '#shared/model/review/ladder.ts'
import { workingRoles } from '#shared/model/roles.ts'
import type { Role, WorkingRole } from '#shared/model/roles.ts'
import { todayOf } from '../records/call-changes.ts'
import type { Call } from '../registration.ts'
import { ladderInForce } from './ladders.ts'

/**
 * The states in which somebody of these roles is asked by the ladder. Where nobody in the organisation holds the roles
 * of a state, the next higher one is asked instead.
 */
export function statesFor(caller: Caller, ladder: Ladder, held: ReadonlySet<Role>): EntryState[] {
  const own = new Set<Role>(caller.grants.map(({ role }) => role))
  const step = (kind: StepKind): readonly WorkingRole[] => ladder.steps.find((each) => each.kind === kind)?.roles ?? []
  const [first] = ladder.steps
  const asked: Partial<Record<EntryState, readonly WorkingRole[]>> = {
    submitted: first?.kind === 'approval' ? first.approvers.map(({ role }) => role) : first?.roles ?? [],
    'department-review': step('department-review'),
    'head-approval': ['section-head'],
    'leader-approval': ['leader-in-charge'],
    'chief-approval': ['chief-leader'],
    // Also where the chief himself lowered a grade.
    'inspection-review': step('inspection-review').length > 0 ? step('inspection-review') : ['inspector'],
    determination: step('determination'),
    publicity: step('publicity'),
    filing: step('filing'),
  }
  return pendingStates.filter((state) => whoIsLeft(asked[state] ?? [], held).some((role) => own.has(role)))
}

function whoIsLeft(roles: readonly WorkingRole[], held: ReadonlySet<Role>): readonly WorkingRole[] {
  if (roles.length === 0 || roles.some((role) => held.has(role))) return roles
  return whoIsLeft([...new Set(roles.flatMap((role) => higherRole(role) ?? []))], held)
}

/** Departments in which the caller may be asked; null where that is all of them, or where he is never asked and only looks. */
export function departmentsOf(caller: Caller): string[] | null {
  const asked = caller.grants.filter((grant) => may({ grants: [grant] }, 'entry.decide'))
  // Whoever may decide on what belongs to no department reaches them all.
  const whole = asked.length === 0 || may({ grants: asked }, 'entry.decide', { departmentId: null })
  return whole ? null : [...new Set(asked.flatMap(({ departments }) => (departments === 'all' ? [] : departments)))]
}

/** What waits for the caller, from the totals: a few hundred rows whatever the size of the register. */
export async function waitingFor(call: Call) {
  const db = call.core.database.read
  const held = await db.selectFrom('role_grant').select('role').distinct().where('ended_at', 'is', null).execute()
  const states = statesFor(call.caller, await ladderInForce(db), new Set(held.map(({ role }) => role)))
  const departmentIds = departmentsOf(call.caller)
  let totals = db.selectFrom('entry_total').select(({ fn }) => ['entry_state as entryState', 'grade_code as gradeCode', fn.sum<number>('points').as('points')]).where('points', '>', 0).groupBy(['entry_state', 'grade_code'])
  if (departmentIds !== null) totals = totals.where('department_id', 'in', departmentIds.length === 0 ? [''] : departmentIds)
  const roles = workingRoles.filter((role) => call.caller.grants.some((grant) => grant.role === role))
  const count = async (where: 'overdue' | 're-examine' | 'lowered' | 'asked'): Promise<number> => {
    let query = db.selectFrom('risk_point').select(({ fn }) => fn.countAll<number>().as('n')).where('state', '=', 'in-force')
    if (departmentIds !== null) query = query.where('department_id', 'in', departmentIds.length === 0 ? [''] : departmentIds)
    if (where === 'overdue') query = query.where('entry_state', 'in', [...pendingStates]).where('entry_due_on', '<', todayOf(call))
    if (where === 're-examine') query = query.where('to_re_examine', '=', 1)
    if (where === 'asked') query = query.where('entry_asked', 'in', roles.length === 0 ? ['' as WorkingRole] : roles)
    if (where === 'lowered') query = query.where('entry_lowered', '=', 1)
    return (await query.executeTakeFirstOrThrow()).n
  }
  return { states, departmentIds, counts: await totals.execute(), overdue: await count('overdue'), toReExamine: await count('re-examine'), lowered: await count('lowered'), roles, asked: await count('asked') }
}
