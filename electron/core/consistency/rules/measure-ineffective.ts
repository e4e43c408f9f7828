import { sql } from 'kysely'
import { byNumber, inForce } from '../rule-query.ts'
import type { RuleFinder } from '../rule-query.ts'

/** A check found that a measure does not work, and it stands all the same. */
export const measureIneffective: RuleFinder = () => inForce('control_measure', sql`r.effectiveness = 'ineffective'`, byNumber)
