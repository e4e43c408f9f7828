import { sql } from 'kysely'
import { pendingStates } from '#shared/model/review/entry-states.ts'
import { inForce } from '../rule-query.ts'
import type { RuleFinder } from '../rule-query.ts'

/** An entry waits at a step of the review longer than the ladder allows. */
export const reviewOverdue: RuleFinder = ({ today }) =>
  inForce('risk_point', sql`r.entry_due_on < ${today} AND r.entry_state IN (${sql.join(pendingStates.map((state) => sql.lit(state)))})`, sql`r.entry_due_on, r.number`)
