import { sql } from 'kysely'
import { byNumber, inForce } from '../rule-query.ts'
import type { RuleFinder } from '../rule-query.ts'

/** A risk nobody has graded goes into no figure by grade. */
export const pointUngraded: RuleFinder = () => inForce('risk_point', sql`r.grade_code IS NULL`, byNumber)
