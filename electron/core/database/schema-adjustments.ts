import type { Generated } from 'kysely'
import type { AdjustmentKind, TaskState, TaskWork } from '#shared/model/adjustments.ts'

export interface AdjustmentTable {
  number: Generated<number>
  id: string
  kind: AdjustmentKind
  title: string
  happened_on: string
  basis: Generated<string>
  text: Generated<string>
  /** JSON. */
  criteria: string
  recorded_by: string
  recorded_at: string
}

export interface AdjustmentTaskTable {
  number: Generated<number>
  id: string
  adjustment_id: string
  power_id: string
  risk_point_id: string | null
  department_id: string | null
  work: TaskWork
  due_on: string
  state: Generated<TaskState>
  reason: Generated<string>
  settled_by: string | null
  settled_at: string | null
}

/** Tables of migration part `adjustments`. */
export interface AdjustmentsSchema {
  adjustment: AdjustmentTable
  adjustment_task: AdjustmentTaskTable
}
