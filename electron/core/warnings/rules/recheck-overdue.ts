import { sql } from 'kysely'
import { daysBefore, daysBetween } from './dates.ts'
import { pageOf, pageSize, shortened } from './rule.ts'
import type { Rule } from './rule.ts'

interface Row {
  readonly number: number
  readonly id: string
  readonly department_id: string | null
  readonly power_id: string
  readonly risk_point_id: string | null
  readonly work: string
  readonly due_on: string
  readonly title: string
  readonly about: string
}

/** Tasks of an adjustment that are open beyond their day. */
export const recheckOverdue: Rule = {
  code: 'recheck-overdue',
  page: async (db, { today, params, after }) => {
    const [due, number] = after ?? ['', 0]
    const { rows } = await sql<Row>`SELECT t.number, t.id, t.department_id, t.power_id, t.risk_point_id, t.work, t.due_on, a.title, coalesce(r.manifestation, p.name) AS about
      FROM adjustment_task AS t JOIN adjustment AS a ON a.id = t.adjustment_id JOIN power AS p ON p.id = t.power_id LEFT JOIN risk_point AS r ON r.id = t.risk_point_id
      WHERE t.state = 'open' AND t.due_on < ${daysBefore(today, params['graceDays'] ?? 0)} AND (t.due_on, t.number) > (${due}, ${number})
      ORDER BY t.due_on, t.number LIMIT ${pageSize}`.execute(db)
    return pageOf(rows, {
      finding: (row) => ({
        entity: 'adjustment-task', subjectId: row.id, departmentId: row.department_id, powerId: row.power_id, riskPointId: row.risk_point_id, object: shortened(row.about),
        reason: { work: row.work, adjustment: shortened(row.title), dueOn: row.due_on, days: daysBetween(row.due_on, today) },
      }),
      cursor: (row) => [row.due_on, row.number],
    })
  },
}
