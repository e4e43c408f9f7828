import { sql } from 'kysely'
import { byNumber } from '../rule-query.ts'
import type { RuleFinder } from '../rule-query.ts'

/** The grade that stands was set below what the method gave, and nobody said why. */
export const loweredWithoutReason: RuleFinder = () => ({
  from: sql`grading AS g CROSS JOIN risk_point AS r ON r.id = g.risk_point_id`,
  where: sql`g.direction = 'lowered' AND g.reason = '' AND r.grading_id = g.id AND r.state = 'in-force'`,
  order: byNumber,
})
