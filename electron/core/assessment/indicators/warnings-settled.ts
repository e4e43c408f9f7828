import { sql } from 'kysely'
import { ofWarnings, withDepartment } from './of-warnings.ts'

/**
 * Sheets on which the department was never late: none of its terms that ended in the year passed without its step, and
 * none is overdue on the day. What waits for a leader's approval, a re-check or a conclusion is not the department's to
 * do; an approval that came late is told by what follows on it.
 */
export const warningsSettled = ofWarnings('warnings-settled', ({ from, until, day }) => sql`NOT EXISTS (SELECT 1 FROM warning_step AS s
    WHERE s.warning_id = r.id AND s.from_state IN ${withDepartment} AND s.was_due_on BETWEEN ${from} AND ${until} AND s.done_on > s.was_due_on AND s.action <> 'approve'
      AND NOT (s.from_state = 'issued' AND EXISTS (SELECT 1 FROM warning_step AS a WHERE a.warning_id = r.id AND a.action = 'approve' AND a.number > s.number)))
  AND NOT (r.state IN ${withDepartment} AND r.due_on IS NOT NULL AND r.due_on < ${day} AND r.due_on <= ${until} AND NOT (r.state = 'issued' AND r.needs_approval = 1 AND r.approved = 0))`)
