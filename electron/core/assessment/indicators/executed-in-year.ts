import { sql } from 'kysely'
import type { Condition } from '../../lists/filter-rules.ts'
import type { Moment } from './moment.ts'

/** Executions `e` of the measure `r` in the year that stand: what was recorded wrongly and withdrawn says nothing. */
export const executedInYear = ({ from, until }: Moment): Condition => sql`SELECT 1 FROM measure_execution AS e
  WHERE e.measure_id = r.id AND e.done_on BETWEEN ${from} AND ${until} AND NOT EXISTS (SELECT 1 FROM execution_withdrawal AS w WHERE w.execution_id = e.id)`
