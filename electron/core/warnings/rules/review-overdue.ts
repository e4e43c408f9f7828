import { sql } from 'kysely'
import { daysBefore, daysBetween } from './dates.ts'
import { pointFinding } from './points.ts'
import type { PointRow } from './points.ts'
import { pageOf, pageSize } from './rule.ts'
import type { Rule } from './rule.ts'

interface Row extends PointRow { readonly entry_state: string; readonly entry_due_on: string }

/** Entries that wait at a stop of review beyond its day. */
export const reviewOverdue: Rule = {
  code: 'review-overdue',
  page: async (db, { today, params, after }) => {
    const [due, number] = after ?? ['', 0]
    const { rows } = await sql<Row>`SELECT r.number, r.id, r.department_id, r.power_id, r.manifestation, r.entry_state, r.entry_due_on FROM risk_point AS r INDEXED BY risk_point_by_review_due
      WHERE r.state = 'in-force' AND r.entry_due_on < ${daysBefore(today, params['graceDays'] ?? 0)} AND (r.entry_due_on, r.number) > (${due}, ${number})
      ORDER BY r.entry_due_on, r.number LIMIT ${pageSize}`.execute(db)
    return pageOf(rows, {
      finding: (row) => pointFinding(row, { entryState: row.entry_state, dueOn: row.entry_due_on, days: daysBetween(row.entry_due_on, today) }),
      cursor: (row) => [row.entry_due_on, row.number],
    })
  },
}
