import type { RiskFigureKind } from '#shared/model/controls.ts'

export interface MeasureDueTotalTable {
  /** Local calendar date. */
  due_on: string
  measures: number
}

export interface WarningDueTotalTable {
  /** Local calendar date. */
  due_on: string
  warnings: number
}

export interface RiskFigureTotalTable {
  figure: RiskFigureKind
  grade_code: string
  points: number
}

export interface RecordBlockTotalTable {
  list: 'power' | 'risk_point' | 'control_measure'
  /** The number of the record without its last bits. */
  block: number
  records: number
}

/** Tables of migration part `totals`. */
export interface TotalsSchema {
  measure_due_total: MeasureDueTotalTable
  warning_due_total: WarningDueTotalTable
  risk_figure_total: RiskFigureTotalTable
  record_block_total: RecordBlockTotalTable
}
