import { sql } from 'kysely'
import type { Indicator } from './indicator.ts'

/** Tasks of adjustments that fell due in the year, or were settled before, and were settled by their day. */
export const adjustmentsInTime: Indicator = {
  code: 'adjustments-in-time',
  entity: 'adjustment-task',
  from: sql`adjustment_task AS r`,
  of: (departmentId, { from, until, day }) => sql`r.state IN ('open', 'done', 'not-needed') AND r.department_id = ${departmentId} AND r.due_on BETWEEN ${from} AND ${until} AND (r.state <> 'open' OR r.due_on < ${day})`,
  counts: () => sql`r.state <> 'open' AND date(r.settled_at, 'localtime') <= r.due_on`,
  label: sql`(SELECT a.title FROM adjustment AS a WHERE a.id = r.adjustment_id)`,
  about: sql`(SELECT w.name FROM power AS w WHERE w.id = r.power_id)`,
}
