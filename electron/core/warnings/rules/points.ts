import type { Finding } from './rule.ts'
import { shortened } from './rule.ts'

/** A risk point as its warnings speak of it. */
export interface PointRow {
  readonly number: number
  readonly id: string
  readonly department_id: string | null
  readonly power_id: string
  readonly manifestation: string
}

export const pointFinding = (row: PointRow, reason: Finding['reason']): Finding => ({
  entity: 'risk-point', subjectId: row.id, departmentId: row.department_id, powerId: row.power_id, riskPointId: row.id, object: shortened(row.manifestation), reason,
})
