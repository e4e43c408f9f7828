import { sql } from 'kysely'
import { byNumber, inForce } from '../rule-query.ts'
import type { RuleFinder } from '../rule-query.ts'

/** A grade that came over from last year and that nobody has confirmed in this one. */
export const gradeNotConfirmed: RuleFinder = () => inForce('risk_point', sql`r.grade_to_confirm = 1`, byNumber)
