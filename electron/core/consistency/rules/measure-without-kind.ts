import { sql } from 'kysely'
import { byNumber, inForce } from '../rule-query.ts'
import type { RuleFinder } from '../rule-query.ts'

/** Whether a measure prevents, watches or deals with what happened is not said. */
export const measureWithoutKind: RuleFinder = () => inForce('control_measure', sql`r.kind_code IS NULL`, byNumber)
