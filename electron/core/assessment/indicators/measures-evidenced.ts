import { sql } from 'kysely'
import { executedInYear } from './executed-in-year.ts'
import { ofMeasures } from './indicator.ts'
import { dueInYear } from './measures-on-time.ts'

const withEvidence = sql`EXISTS (SELECT 1 FROM attachment AS f WHERE f.entity_id = e.id AND f.state = 'in-force')`

/**
 * Measures that were due or carried out in the year: somebody recorded an execution, and every execution has evidence.
 * One that was only marked as done does not count.
 */
export const measuresEvidenced = ofMeasures('measures-evidenced', {
  among: (moment) => sql`((${dueInYear(moment)}) OR EXISTS (${executedInYear(moment)}))`,
  counts: (moment) => sql`EXISTS (${executedInYear(moment)}) AND NOT EXISTS (${executedInYear(moment)} AND NOT ${withEvidence})`,
})
