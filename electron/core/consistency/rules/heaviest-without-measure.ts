import { sql } from 'kysely'
import { byNumber, inForce } from '../rule-query.ts'
import type { RuleFinder } from '../rule-query.ts'

/** A heaviest risk without a measure that is more than planned. */
export const heaviestWithoutMeasure: RuleFinder = ({ heaviest }) => ({ ...inForce('risk_point', sql`r.grade_code = ${heaviest.grade} AND NOT EXISTS (
  SELECT 1 FROM risk_point_measure AS l CROSS JOIN control_measure AS m ON m.id = l.measure_id WHERE l.risk_point_id = r.id AND m.state = 'in-force' AND m.progress <> 'planned')`, byNumber), byRanges: true })
