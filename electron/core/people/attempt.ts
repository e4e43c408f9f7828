import { lockOutMinutes } from '#shared/model/people/lock-out.ts'
import { keyOf } from '#shared/model/text-key.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Core } from '../core.ts'
import type { Row } from '../database/schema.ts'
import { matchesNobody, matchesPassword, passwordWorkOf } from './password-hash.ts'

export type Person = Row<'person'>

export interface Attempt { readonly name: string; readonly password: string; /** Who sits at the computer, as far as one knows. */ readonly account: string }

/** What is remembered of failures under a name. */
interface Failed { readonly failures: number; readonly lockedUntil: string | null }
const none: Failed = { failures: 0, lockedUntil: null }

/** So many unknown names are remembered; they are made up by whoever tries, so there is a ceiling. */
const mostUnknown = 1000
const unknownNames = new WeakMap<Core['folder'], Map<string, Failed>>()
const turns = new WeakMap<Core['folder'], Promise<unknown>>()

/** Attempts wait for each other: a hundred sent at once must not all be judged before the first failure is counted. */
function inTurn<T>({ folder }: Core, work: () => Promise<T>): Promise<T> {
  const before = turns.get(folder) ?? Promise.resolve()
  const result = before.then(work, work)
  turns.set(folder, result.catch(() => undefined))
  return result
}

/**
 * Whether name and password belong together. A name nobody bears is treated alike in everything: the same work, the
 * same count of failures, the same answers. The log keeps no unknown name, as it may be a password typed into the
 * wrong field.
 * @throws Refusal `sign-in.wrong`, `sign-in.locked-out`
 */
export function proveIdentity<T>(core: Core, attempt: Attempt, then: (person: Person) => Promise<T>): Promise<T> {
  return inTurn(core, async () => {
    const work = passwordWorkOf(core.env)
    const key = keyOf(attempt.name)
    const person = await core.database.read.selectFrom('person').selectAll().where('name_key', '=', key).where('state', '=', 'in-force').executeTakeFirst()
    const failed = person === undefined ? unknownOf(core).get(key) ?? none : { failures: person.failures, lockedUntil: person.locked_until }
    refuseWhileLocked(core, failed)
    const right = person === undefined ? await matchesNobody(attempt.password, work) : await matchesPassword(attempt.password, person.password, work)
    if (person !== undefined && right) return then(person)
    const now = failedOnceMore(core, failed)
    await recordFailure(core, { attempt, person, now })
    if (person === undefined) rememberUnknown(core, key, now)
    refuseWhileLocked(core, now)
    throw new Refusal('sign-in.wrong', {}, 'password')
  })
}

function failedOnceMore({ env }: Core, { failures }: Failed): Failed {
  const minutes = lockOutMinutes(failures + 1)
  return { failures: failures + 1, lockedUntil: minutes === 0 ? null : new Date(env.now() + minutes * 60_000).toISOString() }
}

async function recordFailure({ database }: Core, { attempt, person, now }: { attempt: Attempt; person: Person | undefined; now: Failed }): Promise<void> {
  await database.change({ kind: 'person', name: attempt.account }, async (change) => {
    if (person !== undefined) await change.db.updateTable('person').set({ failures: now.failures, locked_until: now.lockedUntil }).where('id', '=', person.id).execute()
    const after = { ...(person === undefined ? {} : { name: person.name }), failures: now.failures, ...(now.lockedUntil === null ? {} : { lockedUntil: now.lockedUntil }) }
    await change.record({ action: now.lockedUntil === null ? 'session.fail' : 'session.lock-out', entity: 'session', entityId: person?.id ?? 'unknown', after })
  })
}

/** @throws Refusal `sign-in.locked-out` */
function refuseWhileLocked({ env }: Core, { lockedUntil }: Failed): void {
  const left = lockedUntil === null ? 0 : Date.parse(lockedUntil) - env.now()
  if (left <= 0 || lockedUntil === null) return
  throw new Refusal('sign-in.locked-out', { until: clockTime(lockedUntil), minutes: Math.ceil(left / 60_000) }, 'password')
}

const clockTime = (instant: string): string => new Date(instant).toLocaleTimeString('sv-SE', { hour: '2-digit', minute: '2-digit' })

function unknownOf({ folder }: Core): Map<string, Failed> {
  const known = unknownNames.get(folder)
  if (known !== undefined) return known
  const fresh = new Map<string, Failed>()
  unknownNames.set(folder, fresh)
  return fresh
}

function rememberUnknown(core: Core, key: string, now: Failed): void {
  const names = unknownOf(core)
  names.delete(key)
  names.set(key, now)
  const [oldest] = names.keys()
  if (names.size > mostUnknown && oldest !== undefined) names.delete(oldest)
}
