import { sql } from 'kysely'
import { inForce } from '../rule-query.ts'
import type { RuleFinder } from '../rule-query.ts'

/** A department without a word for who heads it. */
export const departmentWithoutHead: RuleFinder = () => ({ ...inForce('department', sql`r.head_title IS NULL`, sql`r.position, r.number`), department: sql`r.id` })
