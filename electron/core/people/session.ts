import type { Caller } from '#shared/model/caller.ts'
import type { Core } from '../core.ts'
import type { Identity, Session, SignedIn } from '../permission/identity.ts'
import { anyAccount, only, readCaller } from './read-caller.ts'
import { readIdleMinutes } from './session-rules.ts'

/** A clock that steps back by less than this is being set right, not turned back to keep a session alive. Milliseconds. */
const clockSlack = 60_000

/** @param account name of the computer's user, by which somebody is called who has not signed in */
export function openSession(account: string): Identity & { readonly session: Session } {
  let signedIn: SignedIn | null = null
  let locked = false
  let stirredAt = 0
  const session: Session = {
    account,
    get signedIn() { return signedIn },
    get locked() { return locked },
    begin: (as, now) => { [signedIn, locked, stirredAt] = [as, false, now] },
    stir: (now) => { if (!locked) stirredAt = now },
    unlock: (now) => { [locked, stirredAt] = [false, now] },
    end: () => { [signedIn, locked] = [null, false] },
  }
  const callerNow = async (core: Core): Promise<Caller> => {
    const as = signedIn
    if (as === null) return stranger(core, account)
    const person = await readCaller(core.database.read, as.personId)
    if (person === undefined || person.passwordChangedAt !== as.passwordChangedAt) {
      if (signedIn === as) session.end()
      return stranger(core, account)
    }
    const idle = core.env.now() - stirredAt
    if (!locked && (idle >= await readIdleMinutes(core.database.read) * 60_000 || idle < -clockSlack)) {
      locked = true
      await recordLock(core, person.caller)
    }
    return locked ? { ...person.caller, grants: only('locked') } : person.caller
  }
  return { session, caller: callerNow }
}

const recordLock = (core: Core, { personId, name }: Caller): Promise<void> =>
  core.database.change({ kind: 'person', name, id: personId ?? undefined }, (change) => change.record({ action: 'session.lock', entity: 'session', entityId: personId ?? '' }))

async function stranger({ database }: Core, name: string): Promise<Caller> {
  return { personId: null, name, grants: only(await anyAccount(database.read) ? 'visitor' : 'founder') }
}
