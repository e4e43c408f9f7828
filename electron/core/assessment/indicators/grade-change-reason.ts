import { sql } from 'kysely'
import { toPoints } from './indicator.ts'

/** Gradings of the year that raised or lowered, and say why. */
export const gradeChangeReason = toPoints('grade-change-reason', sql`grading AS e`, {
  among: ({ from, until }) => sql`e.direction <> 'same' AND e.source <> 'undo' AND e.graded_on BETWEEN ${from} AND ${until}`,
  counts: () => sql`trim(e.reason) <> ''`,
})
