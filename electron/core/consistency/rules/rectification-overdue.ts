import { sql } from 'kysely'
import { runningStates } from '#shared/model/rectification.ts'
import type { RuleFinder } from '../rule-query.ts'

/** An entry of the rectification ledger that its owner still has, past its term. */
export const rectificationOverdue: RuleFinder = ({ today }) => ({
  from: sql`rectification AS r`,
  where: sql`r.state IN (${sql.join(runningStates.map((state) => sql.lit(state)))}) AND r.due_on < ${today}`,
  order: sql`r.state, r.due_on, r.number`,
})
