import { sql } from 'kysely'
import { inForce, oneOf } from '../rule-query.ts'
import type { RuleFinder } from '../rule-query.ts'

/** The grade that stands was given by a version of a method that is no longer in force. */
export const methodOutdated: RuleFinder = ({ formerVersions }) =>
  inForce('risk_point', oneOf(sql`r.grading_version_id`, formerVersions), sql`r.grading_version_id, r.department_id, r.number`)
