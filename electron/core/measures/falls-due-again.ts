import { sql } from 'kysely'
import type { Condition } from '../lists/filter-rules.ts'

/**
 * Recurring measures whose rhythm has a day as a due day behind the one they are due next: the rule of `dueDay` in
 * shared/model/controls, asked of the database.
 */
export function fallsDueAgainOn(day: string, column: (name: string) => Condition): Condition {
  const [frequency, from] = [column('frequency'), column('rhythm_from')]
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  const between = sql`(${months} - (CAST(substr(${from}, 1, 4) AS INTEGER) * 12 + CAST(substr(${from}, 6, 2) AS INTEGER)))`
  const period = sql`CASE ${frequency} WHEN 'monthly' THEN 1 WHEN 'quarterly' THEN 3 WHEN 'half-yearly' THEN 6 ELSE 12 END`
  return sql`(${frequency} IS NOT NULL AND ${column('progress')} <> 'done' AND ${column('due_on')} < ${day} AND CASE ${frequency}
    WHEN 'weekly' THEN (CAST(julianday(${day}) AS INTEGER) - CAST(julianday(${from}) AS INTEGER)) % 7 = 0
    ELSE ${between} % (${period}) = 0 AND ${dayOfMonth(day, from)} END)`
}

/** The same day of the month, or the month's last where it is too short for that day. */
function dayOfMonth(day: string, from: Condition): Condition {
  const last = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate()
  const own = sql`substr(${from}, 9, 2)`
  return Number(day.slice(8)) === last ? sql`${own} >= ${day.slice(8)}` : sql`${own} = ${day.slice(8)}`
}
