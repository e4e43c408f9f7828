import { sql } from 'kysely'
import { toPoints } from './indicator.ts'

/** Re-examinations opened in the year, or before it and still open then, that were settled. */
export const reExaminations = toPoints('re-examinations', sql`re_examination AS e`, {
  among: ({ from, until }) => sql`date(e.opened_at, 'localtime') <= ${until} AND coalesce(date(e.settled_at, 'localtime') >= ${from}, 1)`,
  counts: () => sql`e.settled_at IS NOT NULL`,
})
