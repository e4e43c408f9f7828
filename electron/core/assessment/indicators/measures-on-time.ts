import { sql } from 'kysely'
import type { Condition } from '../../lists/filter-rules.ts'
import { ofMeasures } from './indicator.ts'
import type { Moment } from './moment.ts'
import { executedInYear } from './executed-in-year.ts'

/** Measures with a day that was to be met in the year; one that recurs always has one. */
export const dueInYear = ({ from, until, day }: Moment): Condition => sql`r.due_on IS NOT NULL AND (r.frequency IS NOT NULL
  OR (r.due_on <= ${until} AND iif(r.progress = 'done', coalesce(r.done_on, r.due_on) >= ${from}, r.due_on < ${day})))`

/**
 * Measures due in the year that were done by their day. One that recurs is on time where it is not overdue and no
 * execution of the year was late.
 */
export const measuresOnTime = ofMeasures('measures-on-time', {
  among: dueInYear,
  counts: (moment) => sql`iif(r.frequency IS NULL, r.progress = 'done' AND coalesce(r.done_on, r.due_on) <= r.due_on,
    r.due_on >= ${moment.day} AND NOT EXISTS (${executedInYear(moment)} AND e.done_on > e.due_on))`,
})
