import type { Call } from '../registration.ts'

type By = Pick<Call, 'core' | 'caller'>

/** Everybody who has not signed in shares one set. An identifier never begins with a star, so nobody reaches another's. */
const nobody = '*'
const ownerOf = ({ caller }: By): string => caller.personId ?? nobody

/** What was chosen on the sign-in page holds for a person who has not chosen otherwise. */
const shared = ['language', 'theme']

/** How the person likes the screens, by key. */
export async function readPreferences(by: By): Promise<Record<string, unknown>> {
  const [common, own] = [await readOf(by, nobody), await readOf(by, ownerOf(by))]
  return { ...Object.fromEntries(Object.entries(common).filter(([key]) => shared.includes(key))), ...own }
}

export async function setPreference(by: By, { key, value }: { key: string; value: unknown }): Promise<{ key: string }> {
  await by.core.database.prefer(`${ownerOf(by)}:${key}`, value)
  return { key }
}

async function readOf({ core }: By, owner: string): Promise<Record<string, unknown>> {
  // ':' and ';' follow one another, so this is every key that begins with the owner, found by the index.
  const rows = await core.database.read.selectFrom('preference').selectAll().where('key', '>=', `${owner}:`).where('key', '<', `${owner};`).execute()
  return Object.fromEntries(rows.map(({ key, value }) => [key.slice(owner.length + 1), JSON.parse(value) as unknown]))
}
