import { sql } from 'kysely'
import { inForce } from '../rule-query.ts'
import type { RuleFinder } from '../rule-query.ts'

/** A point is expected to become lighter though no measure would make it so. */
export const expectedWithoutMeasure: RuleFinder = () => inForce('risk_point', sql`r.measure_count = 0 AND r.expected_rank < r.grade_rank`)
