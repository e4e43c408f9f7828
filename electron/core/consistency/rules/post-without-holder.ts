import { sql } from 'kysely'
import { inForce } from '../rule-query.ts'
import type { RuleFinder } from '../rule-query.ts'

/** A post nobody holds today, so that nobody answers for its risks. */
export const postWithoutHolder: RuleFinder = ({ today }) => inForce('post', sql`NOT EXISTS (
  SELECT 1 FROM post_holding AS h WHERE h.post_id = r.id AND h.since <= ${today} AND (h.until IS NULL OR h.until >= ${today}))`)
