import { sql } from 'kysely'
import type { Finding } from './rule.ts'
import { shortened } from './rule.ts'

/** A measure as its warnings speak of it, with the first point it serves. */
export interface MeasureRow {
  readonly number: number
  readonly id: string
  readonly department_id: string | null
  readonly content: string
  readonly due_on: string | null
  readonly risk_point_id: string | null
  readonly power_id: string | null
}

const firstPoint = (column: string) => sql.raw(`(SELECT p.${column} FROM risk_point_measure AS l JOIN risk_point AS p ON p.id = l.risk_point_id WHERE l.measure_id = m.id AND p.state = 'in-force' ORDER BY l.risk_point_id LIMIT 1)`)

export const measureColumns = sql`m.number, m.id, m.department_id, m.content, m.due_on, ${firstPoint('id')} AS risk_point_id, ${firstPoint('power_id')} AS power_id`

export const measureFinding = (row: MeasureRow, reason: Finding['reason']): Finding => ({
  entity: 'control-measure', subjectId: row.id, departmentId: row.department_id, powerId: row.power_id, riskPointId: row.risk_point_id, object: shortened(row.content), reason,
})
