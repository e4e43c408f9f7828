import { sql } from 'kysely'
import { daysBefore } from './dates.ts'
import type { Rule } from './rule.ts'

interface Row { readonly department_id: string; readonly name: string; readonly lowered: number; readonly points: number }

/**
 * Departments that lowered many of their points lately, by number and by share. Departments are few, so there is one
 * page; lowerings are found by their day.
 */
export const manyLowerings: Rule = {
  code: 'many-lowerings',
  page: async (db, { today, params }) => {
    const days = params['sinceDays'] ?? 90
    const from = daysBefore(today, days)
    const { rows } = await sql<Row>`WITH lowered AS (
        SELECT risk_point_id FROM review_decision INDEXED BY review_decision_by_date WHERE decided_on >= ${from} AND direction = 'lowered'
        UNION SELECT risk_point_id FROM grading INDEXED BY grading_by_date WHERE graded_on >= ${from} AND direction = 'lowered' AND source <> 'undo')
      SELECT d.id AS department_id, d.name, count(*) AS lowered,
        (SELECT coalesce(sum(t.points), 0) FROM risk_point_department_total AS t WHERE t.department_id = d.id) AS points
      FROM lowered CROSS JOIN risk_point AS r ON r.id = lowered.risk_point_id JOIN department AS d ON d.id = r.department_id
      WHERE r.state = 'in-force' GROUP BY d.id ORDER BY d.position`.execute(db)
    const findings = rows.map((row) => ({ ...row, percent: Math.round(100 * row.lowered / Math.max(1, row.points)) }))
      .filter(({ lowered, percent }) => lowered >= (params['leastCount'] ?? 3) && percent >= (params['percent'] ?? 10))
      .map(({ department_id: departmentId, name, lowered, points, percent }) => ({
        entity: 'department' as const, subjectId: departmentId, departmentId, powerId: null, riskPointId: null, object: name, reason: { lowered, points, percent, days },
      }))
    return { findings, next: undefined }
  },
}
