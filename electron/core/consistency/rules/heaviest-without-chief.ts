import { sql } from 'kysely'
import { byNumber, inForce, oneOf } from '../rule-query.ts'
import type { RuleFinder } from '../rule-query.ts'

/** A heaviest risk for which somebody else answers than the scale says; nobody named counts as somebody else. */
export const heaviestWithoutChief: RuleFinder = ({ heaviest }) =>
  ({ ...inForce('risk_point', sql`r.grade_code = ${heaviest.grade} AND NOT ${oneOf(sql`coalesce(trim(r.responsible_leader), '')`, heaviest.leaders)}`, byNumber), byRanges: true })
