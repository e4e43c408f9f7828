import { sql } from 'kysely'
import { ofMeasures } from './indicator.ts'

/**
 * Measures due in the year that were done by their day. One that recurs is on time where it is not overdue and no
 * execution of the year was late.
 */
export const measuresOnTime = ofMeasures('measures-on-time', {
  among: ({ from, until, day }) => sql`r.due_on IS NOT NULL AND (r.frequency IS NOT NULL
    OR (r.due_on <= ${until} AND iif(r.progress = 'done', coalesce(r.done_on, r.due_on) >= ${from}, r.due_on < ${day})))`,
  counts: ({ from, until, day }) => sql`iif(r.frequency IS NULL, r.progress = 'done' AND coalesce(r.done_on, r.due_on) <= r.due_on,
    r.due_on >= ${day} AND NOT EXISTS (SELECT 1 FROM measure_execution AS e WHERE e.measure_id = r.id AND e.done_on BETWEEN ${from} AND ${until} AND e.done_on > e.due_on))`,
})
