import type { Me } from '#shared/contract/people.ts'
import { readOrganisation } from '../organisation/organisation-record.ts'
import type { Call } from '../registration.ts'
import { anyAccount, readCaller } from './read-caller.ts'
import { readIdleMinutes } from './session-rules.ts'

/** What a window shows of the person behind it. */
export async function readMe({ core, caller, identity }: Pick<Call, 'core' | 'caller' | 'identity'>): Promise<Me> {
  const { read } = core.database
  const { personId, name } = caller
  const state = await stateOf({ core, caller })
  return {
    state,
    organisation: (await readOrganisation(read))?.name ?? null,
    person: personId === null ? null : { id: personId, name },
    grants: (state === 'locked' ? await grantsBehindLock(core, personId) : caller.grants).map(({ role, departments }) => ({ role, departments: departments === 'all' ? 'all' : [...departments] })),
    lastSignIn: identity.session?.signedIn?.lastSignIn ?? null,
    idleMinutes: await readIdleMinutes(read),
  }
}

async function stateOf({ core, caller: { personId, grants } }: Pick<Call, 'core' | 'caller'>): Promise<Me['state']> {
  if (personId === null) return await anyAccount(core.database.read) ? 'signed-out' : 'founding'
  if (grants.some(({ role }) => role === 'locked')) return 'locked'
  return grants.some(({ role }) => role === 'newcomer') ? 'must-change' : 'signed-in'
}

/** What stands behind a lock stays there as it was, so the window goes on showing what the person may; the gate lets nothing through. */
async function grantsBehindLock({ database }: Call['core'], personId: string | null): Promise<Call['caller']['grants']> {
  return personId === null ? [] : (await readCaller(database.read, personId))?.caller.grants ?? []
}
