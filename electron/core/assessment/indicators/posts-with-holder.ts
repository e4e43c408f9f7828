import { sql } from 'kysely'
import { ofPosts } from './indicator.ts'

/** Posts that somebody holds on the day. */
export const postsWithHolder = ofPosts('posts-with-holder', {
  counts: ({ day }) => sql`EXISTS (SELECT 1 FROM post_holding AS h WHERE h.post_id = r.id AND h.since <= ${day} AND (h.until IS NULL OR h.until >= ${day}))`,
})
