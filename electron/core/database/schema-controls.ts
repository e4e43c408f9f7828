import type { Generated } from 'kysely'
import type { MeasureEffectiveness, RiskFigureKind } from '#shared/model/controls.ts'

export interface MeasureExecutionTable {
  number: Generated<number>
  id: string
  measure_id: string
  due_on: string | null
  done_on: string
  note: Generated<string>
  recorded_by: string
  recorded_by_id: string | null
  recorded_at: string
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
  measure_check: MeasureCheckTable
  risk_figure: RiskFigureTable
}
