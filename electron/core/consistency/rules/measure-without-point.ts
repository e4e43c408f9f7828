import { sql } from 'kysely'
import { byNumber, inForce } from '../rule-query.ts'
import type { RuleFinder } from '../rule-query.ts'

/** A measure that serves no risk point. */
export const measureWithoutPoint: RuleFinder = () => inForce('control_measure', sql`r.risk_count = 0`, byNumber)
