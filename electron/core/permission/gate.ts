import type { ProcedureMeta } from '#shared/contract/procedure.ts'
import type { Caller } from '#shared/model/caller.ts'
import { may } from '#shared/model/permissions.ts'
import type { Permission, Subject } from '#shared/model/permissions.ts'
import type { Role } from '#shared/model/roles.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Core } from '../core.ts'
import { touchedBy } from './touched.ts'

/** What one call may do. Made anew for every call; it remembers whether it was asked. */
export interface Gate {
  /** Whether the caller may do what the procedure does to this record. */
  permits(subject: Subject): boolean
  /**
   * @returns the role by which the caller may
   * @throws Refusal `session.missing`, `session.locked`, `password.must-change`, `permission.missing`, `permission.elsewhere`, `permission.state`
   */
  require(subject: Subject): Role
  /** Whether anybody asked; a procedure that `asks` and did not is a bug. */
  readonly asked: boolean
}

/**
 * Looks whether the caller may carry a procedure out at all and, where its permission depends on what is touched,
 * whether he may do so to each record its input names.
 * @throws Refusal `permission.missing`, `permission.elsewhere`, `permission.state`
 */
export async function openGate(core: Core, caller: Caller, { meta: { permission, touches }, input }: { meta: Required<Pick<ProcedureMeta, 'permission'>> & ProcedureMeta; input: unknown }): Promise<Gate> {
  if (!may(caller, permission)) throw missing(caller, permission)
  let asked = false
  const gate: Gate = {
    permits: (subject) => {
      asked = true
      return may(caller, permission, subject)
    },
    require: (subject) => {
      asked = true
      return requirePermission(caller, permission, subject)
    },
    get asked() { return asked },
  }
  if (touches !== undefined && touches !== 'asks') {
    for (const subject of await touchedBy(core.database.read, touches, input)) gate.require(subject)
  }
  return gate
}

/** The role by which somebody may; where he may not, what stands in the way is told apart, because what to do about it differs. */
export function requirePermission(caller: Caller, permission: Permission, subject: Subject): Role {
  const grant = caller.grants.find((each) => may({ grants: [each] }, permission, subject))
  if (grant !== undefined) return grant.role
  if (!may(caller, permission)) throw missing(caller, permission)
  if (!may(caller, permission, { departmentId: subject.departmentId })) throw new Refusal('permission.elsewhere', { permission })
  throw new Refusal('permission.state', { permission, state: subject.state ?? '' })
}

/** Whose session is locked or has not begun must not be sent to the security officer. */
function missing({ grants }: Caller, permission: Permission): Refusal {
  const bears = (role: Role): boolean => grants.some((grant) => grant.role === role)
  if (bears('locked')) return new Refusal('session.locked')
  if (bears('visitor')) return new Refusal('session.missing')
  return bears('newcomer') ? new Refusal('password.must-change') : new Refusal('permission.missing', { permission })
}
