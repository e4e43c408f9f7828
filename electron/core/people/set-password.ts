import { passwordFaultsOf, rememberedPasswords } from '#shared/model/people/password-rules.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change, ReadableDatabase } from '../database/database.ts'
import type { PasswordWork } from '../environment.ts'
import { matchesPassword } from './password-hash.ts'

/** @throws Refusal `password.too-short` and the others of `passwordFaults` */
export function requireGoodPassword(password: string, { name, field = 'password' }: { name: string; field?: string }): void {
  const [fault] = passwordFaultsOf(password, name)
  switch (fault) {
    case undefined: return
    case 'too-short': throw new Refusal('password.too-short', {}, field)
    case 'too-long': throw new Refusal('password.too-long', {}, field)
    case 'too-few-kinds': throw new Refusal('password.too-few-kinds', {}, field)
    case 'contains-name': throw new Refusal('password.contains-name', {}, field)
    case 'common': throw new Refusal('password.common', {}, field)
  }
}

/** @throws Refusal `password.used-before` where it is the present one or one of the last */
export async function requireUnused(db: ReadableDatabase, { personId, password, work }: { personId: string; password: string; work: PasswordWork }): Promise<void> {
  const present = await db.selectFrom('person').select('password').where('id', '=', personId).execute()
  const past = await db.selectFrom('past_password').select('password').where('person_id', '=', personId).orderBy('number', 'desc').limit(rememberedPasswords - 1).execute()
  for (const kept of [...present, ...past]) {
    if (await matchesPassword(password, kept.password, work)) throw new Refusal('password.used-before', { last: rememberedPasswords }, 'password')
  }
}

/** Puts a hash in the place of the present one, which is remembered; lifts a lock-out. The caller records why. */
export async function storePassword(change: Change, { personId, hash, mustChange }: { personId: string; hash: string; mustChange: boolean }): Promise<void> {
  const { password } = await change.db.selectFrom('person').select('password').where('id', '=', personId).executeTakeFirstOrThrow()
  await change.db.insertInto('past_password').values({ person_id: personId, password, until: change.at }).execute()
  const remembered = change.db.selectFrom('past_password').select('number').where('person_id', '=', personId).orderBy('number', 'desc').limit(rememberedPasswords - 1)
  await change.db.deleteFrom('past_password').where('person_id', '=', personId).where('number', 'not in', remembered).execute()
  await change.db.updateTable('person')
    .set(({ eb }) => ({ password: hash, must_change: mustChange ? 1 : 0, password_changed_at: change.at, failures: 0, locked_until: null, revision: eb('revision', '+', 1), updated_at: change.at }))
    .where('id', '=', personId).execute()
}
