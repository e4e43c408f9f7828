import type { GrantableRole } from '#shared/model/roles.ts'
import type { Call } from '../registration.ts'
import { requirePermission } from '../permission/gate.ts'
import { changeBy } from '../records/call-changes.ts'
import { createPerson, resetPassword } from './accounts.ts'
import { grantRole } from './grants.ts'
import { oneTimePassword } from './one-time-password.ts'
import { hashPassword, passwordWorkOf } from './password-hash.ts'
import { personInForce } from './read-person.ts'
import { requireGoodPassword } from './set-password.ts'

interface Enrolment { name: string; password?: string | undefined; mustChange: boolean; grants: readonly { role: GrantableRole; departments: 'all' | readonly string[] }[] }
interface Enrolled { id: string; oneTimePassword: string | null }

/**
 * Makes an account. Without a password a random one is made, good for one use.
 * @throws Refusal `permission.missing` where grants are named by somebody who may not give them; those of names, passwords and grants
 */
export async function enrol(call: Call, { name, password, mustChange, grants }: Enrolment): Promise<Enrolled> {
  if (grants.length > 0) requirePermission(call.caller, 'role.edit', { departmentId: null })
  const { hash, shown } = await passwordFor(call, { name, password })
  const id = await changeBy(call, async (change) => {
    const personId = await createPerson(change, { name, hash, mustChange: mustChange || shown !== null })
    for (const grant of grants) await grantRole(change, { personId, ...grant })
    return personId
  })
  return { id, oneTimePassword: shown }
}

/** Gives somebody a new password who forgot his. @throws Refusal `person.missing`, `person.withdrawn`, `person.own`, those of passwords */
export async function reset(call: Call, { id, password }: { id: string; password?: string | undefined }): Promise<Enrolled> {
  const { name } = await personInForce(call.core.database.read, id)
  const { hash, shown } = await passwordFor(call, { name, password })
  await changeBy(call, (change) => resetPassword(change, { id, hash }))
  return { id, oneTimePassword: shown }
}

async function passwordFor({ core }: Call, { name, password }: { name: string; password: string | undefined }): Promise<{ hash: string; shown: string | null }> {
  const work = passwordWorkOf(core.env)
  if (password !== undefined) {
    requireGoodPassword(password, { name })
    return { hash: await hashPassword(password, work), shown: null }
  }
  const shown = oneTimePassword()
  return { hash: await hashPassword(shown, work), shown }
}
