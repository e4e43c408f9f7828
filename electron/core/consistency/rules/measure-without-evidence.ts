import { sql } from 'kysely'
import { inForce } from '../rule-query.ts'
import type { RuleFinder } from '../rule-query.ts'

/** A measure is said to be in force or done, its day is past, and nothing shows that it was ever carried out. */
export const measureWithoutEvidence: RuleFinder = ({ today }) =>
  inForce('control_measure', sql`r.execution_count = 0 AND r.term = 'dated' AND r.progress <> 'planned' AND r.due_on < ${today}`, sql`r.due_on, r.number`)
