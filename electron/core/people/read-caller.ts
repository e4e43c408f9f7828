import type { Caller, RoleGrant } from '#shared/model/caller.ts'
import type { ReadableDatabase } from '../database/database.ts'

/** Whether anybody has an account yet; before that the program waits to be founded. */
export async function anyAccount(db: ReadableDatabase): Promise<boolean> {
  return await db.selectFrom('person').select('number').limit(1).executeTakeFirst() !== undefined
}

/** A person with an account in force and what he is here for. */
export interface CallingPerson { readonly caller: Caller; readonly passwordChangedAt: string }

/** undefined where there is no account in force. */
export async function readCaller(db: ReadableDatabase, personId: string): Promise<CallingPerson | undefined> {
  const person = await db.selectFrom('person').select(['id', 'name', 'must_change', 'password_changed_at']).where('id', '=', personId).where('state', '=', 'in-force').executeTakeFirst()
  if (person === undefined) return undefined
  const grants = person.must_change === 1 ? only('newcomer') : await readGrants(db, personId)
  return { caller: { personId: person.id, name: person.name, grants: grants.length === 0 ? only('member') : grants }, passwordChangedAt: person.password_changed_at }
}

export const only = (role: RoleGrant['role']): RoleGrant[] => [{ role, departments: 'all' }]

async function readGrants(db: ReadableDatabase, personId: string): Promise<RoleGrant[]> {
  const rows = await db.selectFrom('role_grant').leftJoin('role_grant_department', 'role_grant_department.grant_id', 'role_grant.id')
    .select(['role_grant.id', 'role', 'whole_organisation', 'department_id'])
    .where('person_id', '=', personId).where('ended_at', 'is', null).orderBy('role_grant.number').execute()
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((of) => {
    const [first] = of
    return first === undefined ? [] : [{ role: first.role, departments: first.whole_organisation === 1 ? 'all' as const : of.flatMap((row) => row.department_id ?? []) }]
  })
}
