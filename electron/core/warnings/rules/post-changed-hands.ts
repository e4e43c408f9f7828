import { sql } from 'kysely'
import { daysBefore } from './dates.ts'
import { pageOf, pageSize } from './rule.ts'
import type { Rule } from './rule.ts'

interface Row {
  readonly number: number
  readonly happened_on: string
  readonly title: string
  readonly post_id: string | null
  readonly department_id: string | null
  readonly open: number
  readonly power_id: string | null
}

/** Posts that changed hands lately and whose points are still to be checked again. */
export const postChangedHands: Rule = {
  code: 'post-changed-hands',
  page: async (db, { today, params, after }) => {
    const [on, number] = after ?? [daysBefore(today, params['sinceDays'] ?? 90), 0]
    const { rows } = await sql<Row>`SELECT a.number, a.happened_on, a.title, o.id AS post_id, o.department_id,
        (SELECT count(*) FROM adjustment_task AS t WHERE t.adjustment_id = a.id AND t.state = 'open') AS open,
        (SELECT t.power_id FROM adjustment_task AS t WHERE t.adjustment_id = a.id AND t.state = 'open' LIMIT 1) AS power_id
      FROM adjustment AS a LEFT JOIN post AS o ON o.id = a.criteria ->> '$.postIds[0]'
      WHERE (a.happened_on, a.number) > (${on}, ${number}) AND a.kind = 'holder' ORDER BY a.happened_on, a.number LIMIT ${pageSize}`.execute(db)
    return pageOf(rows, {
      finding: (row) => (row.open === 0 || row.post_id === null ? undefined : {
        entity: 'post', subjectId: row.post_id, departmentId: row.department_id, powerId: row.power_id, riskPointId: null, object: row.title, reason: { on: row.happened_on, points: row.open },
      }),
      cursor: (row) => [row.happened_on, row.number],
    })
  },
}
