import { sql } from 'kysely'
import { byNumber, inForce } from '../rule-query.ts'
import type { RuleFinder } from '../rule-query.ts'

/** What no law gives is no power. */
export const powerWithoutBasis: RuleFinder = () => inForce('power', sql`NOT EXISTS (SELECT 1 FROM legal_basis AS b WHERE b.power_id = r.id)`, byNumber)
