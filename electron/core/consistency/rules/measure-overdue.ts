import { sql } from 'kysely'
import { overdueOn } from '../../measures/measure-list.ts'
import { inForce } from '../rule-query.ts'
import type { RuleFinder } from '../rule-query.ts'

/** A dated measure, or the next time of a recurring one, past its day. */
export const measureOverdue: RuleFinder = ({ today }) => inForce('control_measure', overdueOn(today), sql`r.due_on, r.number`)
