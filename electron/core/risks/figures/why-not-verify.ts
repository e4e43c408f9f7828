import type { ReadableDatabase } from '../../database/database.ts'
import { readEntries } from '../../review/entries.ts'
import { holdsPost } from '../../review/holds-post.ts'
import { writersOf } from '../../review/reviewers.ts'

export interface VerifyQuestion {
  readonly riskPointId: string
  readonly person: { readonly id?: string | undefined; readonly name: string }
  /** Local calendar date. */
  readonly today: string
}

/** Four eyes: nobody verifies a point he wrote or graded, one of his own post, or his own estimate. Undefined where nothing stands in the way. */
export async function whyNotVerify(db: ReadableDatabase, { riskPointId, person, today }: VerifyQuestion): Promise<'figure.own-entry' | 'figure.own-post' | 'figure.own-estimate' | undefined> {
  const entries = await readEntries(db, [riskPointId])
  const [entry] = entries
  if (entry === undefined || person.id === undefined) return undefined
  if ((await writersOf(db, entries)).get(riskPointId)?.has(person.id) === true) return 'figure.own-entry'
  if (entry.post_id !== null && await holdsPost(db, { postId: entry.post_id, personId: person.id, today })) return 'figure.own-post'
  const last = await db.selectFrom('risk_figure').select('set_by_id').where('risk_point_id', '=', riskPointId).where('figure', '=', 'expected').orderBy('number', 'desc').limit(1).executeTakeFirst()
  return last?.set_by_id === person.id ? 'figure.own-estimate' : undefined
}
