import type { ReadableDatabase } from '../database/database.ts'
import type { KindWords } from '../reports/kinds/kind-words.ts'

const shortest = 2

/**
 * Names of people that must not stand in a public paper: everybody with an account, and whoever is named in the ledger.
 * What is the name of a post or of who heads a department is no person's.
 */
export async function namesToHide(db: ReadableDatabase, { isPost }: Pick<KindWords, 'isPost'>): Promise<string[]> {
  const people = await db.selectFrom('person').select('name').execute()
  const named = await db.selectFrom('rectification').select(['owner', 'recorded_by', 'rectified_by', 'closed_by']).execute()
  const posts = await db.selectFrom('post').select('name').execute()
  const heads = await db.selectFrom('department').select('head_title').where('head_title', 'is not', null).execute()
  const titles = new Set([...posts.map(({ name }) => name), ...heads.map(({ head_title: title }) => title)])
  const names = [...people.map(({ name }) => name), ...named.flatMap((row) => [isPost(row.owner) ? '' : row.owner, row.recorded_by, row.rectified_by ?? '', row.closed_by ?? ''])]
  return [...new Set(names.map((name) => name.trim()))].filter((name) => name.length >= shortest && !titles.has(name))
}
