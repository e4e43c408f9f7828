import { sql } from 'kysely'
import { daysBefore, daysBetween } from './dates.ts'
import { pointFinding } from './points.ts'
import type { PointRow } from './points.ts'
import { pageOf, pageSize } from './rule.ts'
import type { Rule } from './rule.ts'

interface Row extends PointRow { readonly opened_at: string; readonly cause: string }

/** Entries that were marked to be examined again, and have been for too long. */
export const reExaminationOverdue: Rule = {
  code: 're-examination-overdue',
  page: async (db, { today, params, after, dateOf }) => {
    const before = daysBefore(today, params['graceDays'] ?? 30)
    const { rows } = await sql<Row>`SELECT r.number, r.id, r.department_id, r.power_id, r.manifestation, min(e.opened_at) AS opened_at, e.cause
      FROM risk_point AS r INDEXED BY risk_point_to_re_examine JOIN re_examination AS e ON e.risk_point_id = r.id AND e.settled_at IS NULL
      WHERE r.state = 'in-force' AND r.to_re_examine = 1 AND (coalesce(r.department_id, ''), r.number) > (${after?.[0] ?? ''}, ${after?.[1] ?? 0})
      GROUP BY r.department_id, r.number ORDER BY r.department_id, r.number LIMIT ${pageSize}`.execute(db)
    return pageOf(rows, {
      finding: (row) => {
        const openedOn = dateOf(row.opened_at)
        return openedOn < before ? pointFinding(row, { openedOn, cause: row.cause, days: daysBetween(openedOn, today) }) : undefined
      },
      cursor: (row) => [row.department_id ?? '', row.number],
    })
  },
}
