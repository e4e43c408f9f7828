import { sql } from 'kysely'
import { inForce } from '../rule-query.ts'
import type { RuleFinder } from '../rule-query.ts'

/** A point that stands on no step is missing from the flowchart of its power. */
export const pointWithoutStep: RuleFinder = () => inForce('risk_point', sql`r.step_id IS NULL`)
