import { sql } from 'kysely'
import { inForce } from '../rule-query.ts'
import type { RuleFinder } from '../rule-query.ts'

/** Something changed under a point that was judged, and nobody has looked at it again. */
export const toReExamine: RuleFinder = () => inForce('risk_point', sql`r.to_re_examine = 1`)
