import type { Change } from '../database/database.ts'

/**
 * Called within the same change whenever somebody takes a post up or leaves it: who judges its risk points must learn
 * that they concern another person now.
 */
export async function holderChanged(_change: Change, _postId: string): Promise<void> {
  // The review of the post's risk points begins here.
}
