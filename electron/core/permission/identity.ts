import type { Caller } from '#shared/model/caller.ts'
import type { Core } from '../core.ts'

/** How a call finds out who is behind it. Asked anew for each call, so that a role taken away is gone at once. */
export interface Identity { caller(core: Core): Promise<Caller> }

/** The command line and unattended runs, under their own name in the log. */
export const serviceIdentity = (name: string): Identity => fixedIdentity({ personId: null, name, grants: [{ role: 'service', departments: 'all' }] })

export const fixedIdentity = (caller: Caller): Identity => ({ caller: () => Promise.resolve(caller) })
