import { sql } from 'kysely'
import { byNumber, inForce } from '../rule-query.ts'
import type { RuleFinder } from '../rule-query.ts'

/** Without a code a power cannot be found again in the catalogue or in an e-supervision platform. */
export const powerWithoutCode: RuleFinder = () => inForce('power', sql`r.code IS NULL`, byNumber)
