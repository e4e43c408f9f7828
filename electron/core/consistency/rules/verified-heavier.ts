import { sql } from 'kysely'
import { inForce } from '../rule-query.ts'
import type { RuleFinder } from '../rule-query.ts'

/** Inspection found a point heavier than its measures were expected to make it. */
export const verifiedHeavier: RuleFinder = () => inForce('risk_point', sql`r.verified_rank > r.expected_rank`)
