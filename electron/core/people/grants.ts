import { isOfficer, mayBeJoined, reachesDepartments } from '#shared/model/people/role-rules.ts'
import type { GrantableRole } from '#shared/model/roles.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'
import { checkDepartment } from '../records/references.ts'
import { keepOfficer, refuseOwn } from './accounts.ts'
import { personInForce } from './read-person.ts'

export interface NewGrant { readonly personId: string; readonly role: GrantableRole; readonly departments: 'all' | readonly string[] }

/**
 * Gives a role; one the person has already is ended and given anew with these departments.
 * @returns the grant's id
 * @throws Refusal `person.missing`, `person.withdrawn`, `person.own`, `grant.not-joined`, `grant.whole-only`, `department.unknown`
 */
export async function grantRole(change: Change, { personId, role, departments }: NewGrant): Promise<string> {
  const person = await personInForce(change.db, personId)
  refuseOwn(change, personId)
  const standing = await change.db.selectFrom('role_grant').select(['id', 'role']).where('person_id', '=', personId).where('ended_at', 'is', null).execute()
  if (!mayBeJoined([...standing.map((grant) => grant.role), role])) throw new Refusal('grant.not-joined', { name: person.name }, 'role')
  if (departments !== 'all' && !reachesDepartments(role)) throw new Refusal('grant.whole-only', {}, 'departments')
  for (const department of departments === 'all' ? [] : departments) await checkDepartment(change, department)
  for (const grant of standing) if (grant.role === role) await end(change, grant.id)
  const id = change.newId()
  await change.db.insertInto('role_grant').values({ id, person_id: personId, role, whole_organisation: departments === 'all' ? 1 : 0, granted_at: change.at, granted_by: change.actor.name }).execute()
  for (const department of new Set(departments === 'all' ? [] : departments)) await change.db.insertInto('role_grant_department').values({ grant_id: id, department_id: department }).execute()
  await change.record({ action: 'role-grant.create', entity: 'role-grant', entityId: id, after: { personId, name: person.name, role, departments } })
  return id
}

/** @throws Refusal `grant.missing`, `person.own`, `officer.last` */
export async function endGrant(change: Change, id: string): Promise<number> {
  const grant = await change.db.selectFrom('role_grant').innerJoin('person', 'person.id', 'role_grant.person_id').select(['person_id', 'name', 'role', 'ended_at'])
    .where('role_grant.id', '=', id).executeTakeFirst()
  if (grant === undefined) throw new Refusal('grant.missing')
  if (grant.ended_at !== null) return 0
  refuseOwn(change, grant.person_id)
  if (isOfficer(grant.role)) await keepOfficer(change.db, grant.role, grant.person_id)
  await end(change, id)
  await change.record({ action: 'role-grant.end', entity: 'role-grant', entityId: id, before: { personId: grant.person_id, name: grant.name, role: grant.role } })
  return 1
}

const end = (change: Change, id: string) =>
  change.db.updateTable('role_grant').set({ ended_at: change.at, ended_by: change.actor.name }).where('id', '=', id).execute()
