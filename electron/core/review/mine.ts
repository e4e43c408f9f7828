import type { Caller } from '#shared/model/caller.ts'
import { may } from '#shared/model/permissions.ts'
import { pendingStates } from '#shared/model/review/entry-states.ts'
import type { EntryState } from '#shared/model/review/entry-states.ts'
import { judgingKinds } from '#shared/model/review/ladder.ts'
import type { Ladder } from '#shared/model/review/ladder.ts'
import type { Role } from '#shared/model/roles.ts'
import { todayOf } from '../records/call-changes.ts'
import type { Call } from '../registration.ts'
import { ladderInForce } from './ladders.ts'

const deskPermissions = ['entry.decide', 'entry.publish', 'entry.file'] as const

/** The states in which the caller may be asked, by the permission table and, for what is merely submitted, by the ladder's first step. */
export function statesFor(caller: Caller, ladder: Ladder): EntryState[] {
  const roles = new Set<Role>(caller.grants.map(({ role }) => role))
  const first = ladder.steps.find(({ kind }) => judgingKinds.includes(kind))
  const takesFirst = first !== undefined && (first.kind === 'approval' ? first.approvers.some(({ role }) => roles.has(role)) : first.roles.some((role) => roles.has(role)))
  return pendingStates.filter((state) => {
    if ((state === 'submitted' || state === 'department-review') && !takesFirst) return false
    return deskPermissions.some((permission) => mayIn(caller, permission, state))
  })
}

const mayIn = (caller: Caller, permission: (typeof deskPermissions)[number], state: EntryState): boolean =>
  caller.grants.some(({ departments }) => may(caller, permission, { departmentId: departments === 'all' ? null : departments[0] ?? null, state }))
  && (permission === 'entry.decide' ? state !== 'publicity' && state !== 'filing' : permission === 'entry.publish' ? state === 'publicity' : state === 'filing')

/** Departments a caller's grants reach; null where one of them reaches all. */
export function departmentsOf({ grants }: Caller): string[] | null {
  const whole = grants.some(({ role, departments }) => departments === 'all' || role === 'inspector' || role === 'chief-leader')
  return whole ? null : [...new Set(grants.flatMap(({ departments }) => (departments === 'all' ? [] : departments)))]
}

/** What waits for the caller, from the totals: a few hundred rows whatever the size of the register. */
export async function waitingFor(call: Call) {
  const db = call.core.database.read
  const states = statesFor(call.caller, await ladderInForce(db))
  const departmentIds = departmentsOf(call.caller)
  let totals = db.selectFrom('entry_total').select(({ fn }) => ['entry_state as entryState', 'grade_code as gradeCode', fn.sum<number>('points').as('points')]).where('points', '>', 0).groupBy(['entry_state', 'grade_code'])
  if (departmentIds !== null) totals = totals.where('department_id', 'in', departmentIds.length === 0 ? [''] : departmentIds)
  const count = async (where: 'overdue' | 're-examine' | 'lowered'): Promise<number> => {
    let query = db.selectFrom('risk_point').select(({ fn }) => fn.countAll<number>().as('n')).where('state', '=', 'in-force')
    if (departmentIds !== null) query = query.where('department_id', 'in', departmentIds.length === 0 ? [''] : departmentIds)
    if (where === 'overdue') query = query.where('entry_state', 'in', [...pendingStates]).where('entry_due_on', '<', todayOf(call))
    if (where === 're-examine') query = query.where('to_re_examine', '=', 1)
    if (where === 'lowered') query = query.where('entry_lowered', '=', 1)
    return (await query.executeTakeFirstOrThrow()).n
  }
  return { states, departmentIds, counts: await totals.execute(), overdue: await count('overdue'), toReExamine: await count('re-examine'), lowered: await count('lowered') }
}
