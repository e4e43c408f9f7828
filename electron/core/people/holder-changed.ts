import { recheckPost } from '../adjustments/holder.ts'
import type { Change } from '../database/database.ts'

/**
 * Called within the same change whenever somebody takes a post up or leaves it: who judges its risk points must learn
 * that they concern another person now. Noting who holds a post for the first time changes nothing.
 */
export async function holderChanged(change: Change, postId: string): Promise<void> {
  const holdings = await change.db.selectFrom('post_holding').select('until').where('post_id', '=', postId).limit(2).execute()
  const first = holdings.length === 1 && holdings[0]?.until === null
  if (!first) await recheckPost(change, postId)
}
