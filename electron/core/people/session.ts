import type { Caller } from '#shared/model/caller.ts'
import { workingRoles } from '#shared/model/roles.ts'
import type { Core } from '../core.ts'
import type { Identity } from '../permission/identity.ts'
import { anyAccount, readCaller } from './read-caller.ts'

/** One window's way in: who has signed in through it, if anybody. It lives in the host, out of the page's reach. */
export interface Session extends Identity {
  readonly personId: string | null
  begin(personId: string): void
  end(): void
}

/** @param account name of the computer's user, by which somebody is called who has not signed in */
export function openSession(account: string): Session {
  let personId: string | null = null
  return {
    get personId() { return personId },
    begin: (id) => { personId = id },
    end: () => { personId = null },
    caller: async (core) => (personId === null ? stranger(core, account) : await readCaller(core.database.read, personId) ?? stranger(core, account)),
  }
}

async function stranger({ database }: Core, name: string): Promise<Caller> {
  const founded = await anyAccount(database.read)
  return { personId: null, name, grants: founded ? [{ role: 'visitor', departments: 'all' }] : ['founder' as const, ...workingRoles].map((role) => ({ role, departments: 'all' as const })) }
}
