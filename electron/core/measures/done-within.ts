import { sql } from 'kysely'
import type { Condition } from '../lists/filter-rules.ts'

/**
 * A day and the id of each measure in force that was carried out on it, or is done since it; once for each, both days of
 * the span included. What was withdrawn of the executions does not count.
 */
export const doneWithin = ({ from, to }: { from: string; to: string }): Condition => sql`
  SELECT e.done_on AS day, e.measure_id AS id FROM measure_execution AS e
    WHERE e.done_on BETWEEN ${from} AND ${to} AND NOT EXISTS (SELECT 1 FROM execution_withdrawal AS w WHERE w.execution_id = e.id)
  UNION SELECT m.done_on AS day, m.id FROM control_measure AS m WHERE m.state = 'in-force' AND m.done_on BETWEEN ${from} AND ${to}`
