import { sql } from 'kysely'
import { inForce } from '../rule-query.ts'
import type { RuleFinder } from '../rule-query.ts'

/** Categories add up to the whole only where every point has one. */
export const pointWithoutCategory: RuleFinder = () => inForce('risk_point', sql`r.category_code IS NULL`)
