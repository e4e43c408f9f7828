import { sql } from 'kysely'
import { daysBefore, daysBetween } from './dates.ts'
import { measureColumns, measureFinding } from './measures.ts'
import type { MeasureRow } from './measures.ts'
import { pageOf, pageSize } from './rule.ts'
import type { Rule } from './rule.ts'

/** Measures whose day has passed and that are not done. */
export const measureOverdue: Rule = {
  code: 'measure-overdue',
  page: async (db, { today, params, after }) => {
    const [due, number] = after ?? ['', 0]
    const { rows } = await sql<MeasureRow>`SELECT ${measureColumns} FROM control_measure AS m
      WHERE m.state = 'in-force' AND m.due_on IS NOT NULL AND m.progress <> 'done' AND m.due_on < ${daysBefore(today, params['graceDays'] ?? 0)} AND (m.due_on, m.number) > (${due}, ${number})
      ORDER BY m.due_on, m.number LIMIT ${pageSize}`.execute(db)
    return pageOf(rows, {
      finding: (row) => measureFinding(row, { dueOn: row.due_on ?? '', days: daysBetween(row.due_on ?? today, today) }),
      cursor: (row) => [row.due_on ?? '', row.number],
    })
  },
}
