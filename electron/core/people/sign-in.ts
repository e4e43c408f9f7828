import { Refusal } from '#shared/model/refusal.ts'
import type { Core } from '../core.ts'
import type { Actor, Change } from '../database/database.ts'
import type { LastSignIn, Session } from '../permission/identity.ts'
import type { Call } from '../registration.ts'
import { proveIdentity } from './attempt.ts'
import type { Person } from './attempt.ts'
import { hashPassword, isWeaker, passwordWorkOf } from './password-hash.ts'
import { requireGoodPassword, requireUnused, storePassword } from './set-password.ts'

/** @throws Refusal `session.none` where the caller's way has no session, as on the command line */
export function sessionOf({ identity: { session } }: Pick<Call, 'identity'>): Session {
  if (session === undefined) throw new Refusal('session.none')
  return session
}

/**
 * Signs somebody in; whoever was signed in through this window before is signed out.
 * @returns when he signed in last, and how many attempts failed since
 * @throws Refusal `sign-in.wrong`, `sign-in.locked-out`
 */
export function signIn({ core }: Pick<Call, 'core'>, session: Session, { name, password }: { name: string; password: string }): Promise<LastSignIn> {
  return proveIdentity(core, { name, password, account: session.account }, async (person) => {
    await signOut(core, session)
    const hash = await strengthened(core, person, password)
    const lastSignIn = { at: person.last_sign_in_at, failures: person.failures }
    await core.database.change(actorFor(person), async (change) => {
      await change.db.updateTable('person').set({ failures: 0, locked_until: null, last_sign_in_at: change.at, password: hash }).where('id', '=', person.id).execute()
      await change.record({ action: 'session.begin', entity: 'session', entityId: person.id, after: { name: person.name, failures: person.failures } })
    })
    session.begin({ personId: person.id, passwordChangedAt: person.password_changed_at, lastSignIn }, core.env.now())
    return lastSignIn
  })
}

/** A hash made with less work than today's is made anew while the password is at hand. */
async function strengthened({ env }: Core, person: Person, password: string): Promise<string> {
  const work = passwordWorkOf(env)
  return isWeaker(person.password, work) ? hashPassword(password, work) : person.password
}

/** Ends a session; without one there is nothing to end. */
export async function signOut(core: Core, session: Session): Promise<void> {
  const ended = session.signedIn
  session.end()
  if (ended === null) return
  const person = await core.database.read.selectFrom('person').select(['id', 'name']).where('id', '=', ended.personId).executeTakeFirst()
  if (person !== undefined) await core.database.change(actorFor(person), (change) => recordSession(change, 'session.end', person))
}

/**
 * The same person comes back to a session that was locked.
 * @throws Refusal `session.missing`, `sign-in.wrong`, `sign-in.locked-out`
 */
export async function unlock({ core }: Pick<Call, 'core'>, session: Session, password: string): Promise<void> {
  const { signedIn } = session
  const person = await personOf(core, session)
  await proveIdentity(core, { name: person.name, password, account: session.account }, async () => {
    if (session.signedIn !== signedIn) throw new Refusal('session.missing')
    await core.database.change(actorFor(person), async (change) => {
      await change.db.updateTable('person').set({ failures: 0, locked_until: null }).where('id', '=', person.id).execute()
      await recordSession(change, 'session.unlock', person)
    })
    session.unlock(core.env.now())
  })
}

/**
 * Changes one's own password and keeps the session.
 * @throws Refusal `sign-in.wrong`, `sign-in.locked-out`, the `password.…` ones
 */
export async function changePassword({ core }: Pick<Call, 'core'>, session: Session, { current, password }: { current: string; password: string }): Promise<void> {
  const stands = await personOf(core, session)
  await proveIdentity(core, { name: stands.name, password: current, account: session.account }, async (person) => {
    const work = passwordWorkOf(core.env)
    requireGoodPassword(password, { name: person.name })
    await requireUnused(core.database.read, { personId: person.id, password, work })
    const hash = await hashPassword(password, work)
    const at = await core.database.change(actorFor(person), async (change) => {
      await storePassword(change, { personId: person.id, hash, mustChange: false })
      await change.record({ action: 'person.change-password', entity: 'person', entityId: person.id, after: { name: person.name } })
      return change.at
    })
    session.begin({ personId: person.id, passwordChangedAt: at, lastSignIn: session.signedIn?.lastSignIn ?? null }, core.env.now())
  })
}

async function personOf({ database }: Core, { signedIn }: Session): Promise<{ id: string; name: string }> {
  const person = signedIn === null ? undefined : await database.read.selectFrom('person').select(['id', 'name']).where('id', '=', signedIn.personId).where('state', '=', 'in-force').executeTakeFirst()
  if (person === undefined) throw new Refusal('session.missing')
  return person
}

const actorFor = ({ id, name }: { id: string; name: string }): Actor => ({ kind: 'person', name, id })

const recordSession = (change: Change, action: string, { id, name }: { id: string; name: string }): Promise<void> =>
  change.record({ action, entity: 'session', entityId: id, after: { name } })
