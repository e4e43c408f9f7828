import { sql } from 'kysely'
import { ofWarnings, withDepartment } from './of-warnings.ts'

/** Sheets that did not rise in the year: neither was one escalated, nor did it come to a heavier level because the department was late. */
export const warningsNotEscalated = ofWarnings('warnings-not-escalated', ({ from, until }) => sql`NOT EXISTS (SELECT 1 FROM warning_step AS s
  WHERE s.warning_id = r.id AND s.done_on BETWEEN ${from} AND ${until} AND (s.action = 'escalate' OR (s.action = 'late' AND s.from_state IN ${withDepartment}
    AND s.level_code <> (SELECT p.level_code FROM warning_step AS p WHERE p.warning_id = r.id AND p.number < s.number ORDER BY p.number DESC LIMIT 1))))`)
