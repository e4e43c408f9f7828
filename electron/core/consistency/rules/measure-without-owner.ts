import { sql } from 'kysely'
import { inForce } from '../rule-query.ts'
import type { RuleFinder } from '../rule-query.ts'

/** A measure for which neither a post nor anybody by name answers. */
export const measureWithoutOwner: RuleFinder = () => inForce('control_measure', sql`r.owner IS NULL AND r.owner_post_id IS NULL`)
