import { sql } from 'kysely'
import { inForce } from '../rule-query.ts'
import type { RuleFinder } from '../rule-query.ts'

/** A power without steps has no flowchart, and its risks no place. */
export const powerWithoutFlow: RuleFinder = () => inForce('power', sql`r.step_count = 0`)
