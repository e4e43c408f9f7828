import type { Core } from '#core/core.ts'
import { fixedIdentity } from '#core/permission/identity.ts'
import { actorOf } from '#core/registration.ts'
import type { Call, CallContext } from '#core/registration.ts'
import type { Caller } from '#shared/model/caller.ts'
import { grantableRoles } from '#shared/model/roles.ts'
import type { Role } from '#shared/model/roles.ts'

/** Somebody who may do whatever any person may; tests of permission themselves take narrower ones. */
export const everyRole = (name: string): Caller => ({ personId: null, name, grants: [...grantableRoles, 'founder' as const].map((role) => ({ role, departments: 'all' })) })

export const withRole = (role: Role, departments: 'all' | readonly string[] = 'all'): Caller => ({ personId: null, name: role, grants: [{ role, departments }] })

export const contextOf = (core: Core, caller: Caller): CallContext => ({ core, identity: fixedIdentity(caller), reportFault: (fault) => { throw fault } })

/** What a handler is given; the gate lets everything through, as it has let the procedure through already. */
export const testCall = (core: Core, caller: Caller): Call => ({
  ...contextOf(core, caller), caller, actor: actorOf(caller), gate: { permits: () => true, require: () => caller.grants[0]?.role ?? 'service', asked: true }, signal: new AbortController().signal,
})
