import { officerRoles } from '#shared/model/roles.ts'
import type { OfficerRole } from '#shared/model/roles.ts'
import { keyOf } from '#shared/model/text-key.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change, WritableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'
import { StaleRecord } from '../stale-record.ts'
import { leavePosts } from './holdings.ts'
import { personInForce, readPerson } from './read-person.ts'
import { storePassword } from './set-password.ts'

type Person = Row<'person'>

/** @throws Refusal `person.name-empty`, `person.name-taken` */
async function freeKey(db: WritableDatabase, name: string, field: string, except = ''): Promise<string> {
  const key = keyOf(name)
  if (key === '') throw new Refusal('person.name-empty', {}, field)
  const bearer = await db.selectFrom('person').select('id').where('name_key', '=', key).where('state', '=', 'in-force').executeTakeFirst()
  if (bearer !== undefined && bearer.id !== except) throw new Refusal('person.name-taken', { name }, field)
  return key
}

export interface NewPerson { readonly name: string; /** Made from a password that was found good. */ readonly hash: string; readonly mustChange: boolean; readonly field?: string }

/**
 * Two persons of one name are told apart in it, by the department, say: who signs in does so by name.
 * @returns the new person's id
 * @throws Refusal `person.name-empty`, `person.name-taken`
 */
export async function createPerson(change: Change, { name, hash, mustChange, field = 'name' }: NewPerson): Promise<string> {
  const id = change.newId()
  const key = await freeKey(change.db, name, field)
  await change.db.insertInto('person').values({
    id, name, name_key: key, password: hash, must_change: mustChange ? 1 : 0, password_changed_at: change.at, created_at: change.at, updated_at: change.at,
  }).execute()
  await change.record({ action: 'person.create', entity: 'person', entityId: id, after: { name, mustChange } })
  return id
}

/** @throws Refusal `person.missing`, `person.withdrawn`, `person.name-empty`, `person.name-taken`; StaleRecord */
export async function renamePerson(change: Change, { id, revision, name }: { id: string; revision: number; name: string }): Promise<number> {
  const person = await personInForce(change.db, id)
  if (person.revision !== revision) throw new StaleRecord(id, { name: person.name, revision: person.revision })
  if (person.name === name) return revision
  const key = await freeKey(change.db, name, 'name', id)
  await touch(change, person, { name, name_key: key })
  await change.record({ action: 'person.change', entity: 'person', entityId: id, before: { name: person.name }, after: { name } })
  return revision + 1
}

/** Ends the account and the holdings of posts. @throws Refusal `person.missing`, `person.own`, `officer.last` */
export async function withdrawPerson(change: Change, id: string): Promise<number> {
  const person = await readPerson(change.db, id)
  if (person.state === 'withdrawn') return 0
  refuseOwn(change, id)
  for (const role of officerRoles) await keepOfficer(change.db, role, id)
  await touch(change, person, { state: 'withdrawn' })
  await change.record({ action: 'person.withdraw', entity: 'person', entityId: id, before: { name: person.name, state: 'in-force' }, after: { state: 'withdrawn' } })
  await leavePosts(change, id)
  return 1
}

/** @throws Refusal `person.missing`, `person.own`, `person.name-taken` */
export async function reinstatePerson(change: Change, id: string): Promise<number> {
  const person = await readPerson(change.db, id)
  if (person.state === 'in-force') return 0
  await freeKey(change.db, person.name, 'name')
  await touch(change, person, { state: 'in-force' })
  await change.record({ action: 'person.reinstate', entity: 'person', entityId: id, before: { name: person.name, state: 'withdrawn' }, after: { state: 'in-force' } })
  return 1
}

/** @throws Refusal `person.missing`, `person.withdrawn`, `person.own` */
export async function resetPassword(change: Change, { id, hash }: { id: string; hash: string }): Promise<void> {
  const person = await personInForce(change.db, id)
  refuseOwn(change, id)
  await storePassword(change, { personId: id, hash, mustChange: true })
  await change.record({ action: 'person.reset-password', entity: 'person', entityId: id, after: { name: person.name } })
}

/** Nobody decides about himself. @throws Refusal `person.own` */
export function refuseOwn({ actor }: Change, id: string): void {
  if (actor.id === id) throw new Refusal('person.own')
}

/**
 * Each officer's chair stays taken: without one nobody could ever be given it again.
 * @throws Refusal `officer.last` where nobody but this person bears the role
 */
export async function keepOfficer(db: WritableDatabase, role: OfficerRole, personId: string): Promise<void> {
  const bearers = await db.selectFrom('role_grant').innerJoin('person', 'person.id', 'role_grant.person_id').select('person.id')
    .where('role', '=', role).where('ended_at', 'is', null).where('person.state', '=', 'in-force').execute()
  if (bearers.some(({ id }) => id === personId) && bearers.every(({ id }) => id === personId)) throw new Refusal('officer.last', { role })
}

const touch = (change: Change, { id, revision }: Person, columns: Partial<Pick<Person, 'name' | 'name_key' | 'state'>>) =>
  change.db.updateTable('person').set({ ...columns, revision: revision + 1, updated_at: change.at }).where('id', '=', id).execute()
