import type { ReadableDatabase } from '../database/database.ts'

/** Whether a person holds a post on a day; `today` is a local calendar date. */
export async function holdsPost(db: ReadableDatabase, { postId, personId, today }: { postId: string; personId: string; today: string }): Promise<boolean> {
  const holding = await db.selectFrom('post_holding').select('id').where('post_id', '=', postId).where('person_id', '=', personId).where('since', '<=', today)
    .where((where) => where.or([where('until', 'is', null), where('until', '>=', today)])).limit(1).executeTakeFirst()
  return holding !== undefined
}
