import type { z } from 'zod'
import type { foundingSchema } from '#shared/contract/people.ts'
import { officerRoles } from '#shared/model/roles.ts'
import type { GrantableRole } from '#shared/model/roles.ts'
import { keyOf } from '#shared/model/text-key.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'
import { createDepartment } from '../organisation/department-records.ts'
import { readOrganisation } from '../organisation/organisation-record.ts'
import type { Call } from '../registration.ts'
import { createPerson } from './accounts.ts'
import { grantRole } from './grants.ts'
import { hashPassword, passwordWorkOf } from './password-hash.ts'
import { anyAccount } from './read-caller.ts'
import { requireGoodPassword } from './set-password.ts'

interface FirstPerson { name: string; password: string; mustChange: boolean; roles: readonly { role: GrantableRole; departments: 'all' | readonly string[] }[]; field: string }

/**
 * The first accounts: the three officers, and with them as many as are named who work in the register. All or none.
 * @throws Refusal `people.founded` once there is any account, `organisation.missing`, and what names and passwords are refused for
 */
export async function foundPeople({ core, actor }: Pick<Call, 'core' | 'actor'>, { officers, people }: z.output<typeof foundingSchema>): Promise<number> {
  if (await anyAccount(core.database.read)) throw new Refusal('people.founded')
  const first: FirstPerson[] = [
    ...officerRoles.map((role) => ({ ...officers[role], mustChange: false, roles: [{ role, departments: 'all' as const }], field: role })),
    ...people.map((person, index) => ({ ...person, field: `people.${index}` })),
  ]
  for (const { name, password, field } of first) requireGoodPassword(password, { name, field: `${field}.password` })
  const work = passwordWorkOf(core.env)
  const hashes = new Map<FirstPerson, string>()
  for (const person of first) hashes.set(person, await hashPassword(person.password, work))
  await core.database.change(actor, async (change) => {
    if (await anyAccount(change.db)) throw new Refusal('people.founded')
    if (await readOrganisation(change.db) === null) throw new Refusal('organisation.missing')
    for (const person of first) await enter(change, person, hashes.get(person) ?? '')
  })
  return first.length
}

async function enter(change: Change, { name, mustChange, roles, field }: FirstPerson, hash: string): Promise<void> {
  const personId = await createPerson(change, { name, hash, mustChange, field: `${field}.name` })
  for (const { role, departments } of roles) await grantRole(change, { personId, role, departments: departments === 'all' ? 'all' : await departmentsCalled(change, departments) })
}

async function departmentsCalled(change: Change, names: readonly string[]): Promise<string[]> {
  const ids: string[] = []
  for (const name of names) {
    const known = await change.db.selectFrom('department').select('id').where('name_key', '=', keyOf(name)).where('state', '=', 'in-force').executeTakeFirst()
    ids.push(known?.id ?? await createDepartment(change, { name }))
  }
  return ids
}
