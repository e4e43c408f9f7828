import type { Account } from '#shared/contract/people.ts'
import { grantableRoles } from '#shared/model/roles.ts'
import type { ReadableDatabase } from '../database/database.ts'

/** Everybody who ever had an account, those in force first. */
export async function readAccounts(db: ReadableDatabase, now: number): Promise<Account[]> {
  const people = await db.selectFrom('person').select(['id', 'revision', 'name', 'state', 'must_change', 'locked_until', 'last_sign_in_at', 'created_at']).orderBy('state').orderBy('number').execute()
  const grants = await readStandingGrants(db)
  return people.map(({ must_change, locked_until, last_sign_in_at, created_at, ...person }) => ({
    ...person, mustChange: must_change === 1, lockedUntil: locked_until !== null && Date.parse(locked_until) > now ? locked_until : null, lastSignInAt: last_sign_in_at, createdAt: created_at,
    grants: grants.get(person.id) ?? [],
  }))
}

/** By person. */
async function readStandingGrants(db: ReadableDatabase): Promise<Map<string, Account['grants']>> {
  const rows = await db.selectFrom('role_grant')
    .leftJoin('role_grant_department', 'role_grant_department.grant_id', 'role_grant.id').leftJoin('department', 'department.id', 'role_grant_department.department_id')
    .select(['role_grant.id', 'person_id', 'role', 'whole_organisation', 'granted_at', 'granted_by', 'department.id as departmentId', 'department.name as department'])
    .where('ended_at', 'is', null).orderBy('role_grant.number').orderBy('department.position').execute()
  const found = new Map<string, Account['grants']>()
  for (const of of Map.groupBy(rows, (row) => row.id).values()) {
    const [first] = of
    const role = grantableRoles.find((known) => known === first?.role)
    if (first === undefined || role === undefined) continue
    const named = of.flatMap(({ departmentId, department }) => (departmentId === null || department === null ? [] : [{ id: departmentId, name: department }]))
    const grant = { id: first.id, role, departments: first.whole_organisation === 1 ? 'all' as const : named, grantedAt: first.granted_at, grantedBy: first.granted_by }
    found.set(first.person_id, [...found.get(first.person_id) ?? [], grant])
  }
  return found
}
