import { sql } from 'kysely'
import type { Indicator } from './indicator.ts'

/**
 * Problems of the ledger whose term ended in the year, or that were still open then: mended by their day and closed by
 * a checker. What was mended in time and waits for its checker is not judged yet.
 */
export const rectifiedInTime: Indicator = {
  code: 'rectified-in-time',
  entity: 'rectification',
  from: sql`rectification AS r`,
  of: (departmentId, { from, until, day }) => sql`r.state IN ('open', 'returned', 'rectified', 'closed') AND r.department_id = ${departmentId} AND r.due_on <= ${until}
    AND CASE r.state WHEN 'closed' THEN r.due_on >= ${from} OR r.closed_on >= ${from} WHEN 'rectified' THEN r.rectified_on > r.due_on ELSE r.due_on < ${day} END`,
  counts: () => sql`r.state = 'closed' AND r.rectified_on <= r.due_on`,
  label: sql`r.problem`,
  about: sql`r.due_on`,
}
