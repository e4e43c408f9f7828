import { sql } from 'kysely'
import { byNumber, inForce } from '../rule-query.ts'
import type { RuleFinder } from '../rule-query.ts'

/** A power in which nobody has looked for risks, or none was written down. */
export const powerWithoutRisk: RuleFinder = () => inForce('power', sql`r.risk_count = 0`, byNumber)
