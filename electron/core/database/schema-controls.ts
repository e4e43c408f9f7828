import type { Generated } from 'kysely'
import type { MeasureEffectiveness, RiskFigureKind } from '#shared/model/controls.ts'

export interface MeasureExecutionTable {
  number: Generated<number>
  id: string
  measure_id: string
  due_on: string | null
  done_on: string
  note: Generated<string>
  /** The next due day of a recurring measure before and after; null where it stayed. */
  moved_from: string | null
  moved_to: string | null
  /** Periods that passed without an execution since the one before. */
  missed: Generated<number>
  recorded_by: string
  recorded_by_id: string | null
  recorded_at: string
  /** Local calendar date. */
  recorded_on: string
}

export interface ExecutionWithdrawalTable {
  number: Generated<number>
  id: string
  execution_id: string
  reason: string
  withdrawn_by: string
  withdrawn_by_id: string | null
  withdrawn_at: string
}

export interface MeasureCheckTable {
  number: Generated<number>
  id: string
  measure_id: string
  effectiveness: MeasureEffectiveness
  note: Generated<string>
  checked_on: string
  checked_by: string
  checked_by_id: string | null
  checked_at: string
}

export interface RiskFigureTable {
  number: Generated<number>
  id: string
  risk_point_id: string
  figure: RiskFigureKind
  method_version_id: string
  /** JSON. */
  factors: string
  score: number | null
  computed_grade: string
  /** JSON: codes of the override rules that held. */
  overrides: string
  grade: string
  grade_rank: number
  reason: Generated<string>
  set_by: string
  set_by_id: string | null
  set_at: string
  /** Local calendar date. */
  set_on: string
}

/** Tables of migration part `measures`. */
export interface ControlsSchema {
  measure_execution: MeasureExecutionTable
  execution_withdrawal: ExecutionWithdrawalTable
  measure_check: MeasureCheckTable
  risk_figure: RiskFigureTable
}
