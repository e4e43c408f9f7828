import type { Facts } from '#shared/model/grading/overrides.ts'
import type { Discretion } from '#shared/model/states.ts'

/** What the register holds of a point and its power that override rules ask about; columns of `factColumns`. */
export interface FactColumns {
  readonly power_type: string | null
  readonly discretion: Discretion
  readonly benchmark_no: string | null
  readonly three_majors: 0 | 1
  readonly power_past_case: 0 | 1
  readonly point_past_case: 0 | 1
}

/** To be selected from risk_point joined with its power. */
export const factColumns = [
  'power.type_code as power_type',
  'power.discretion',
  'power.benchmark_no',
  'power.three_majors',
  'power.past_case as power_past_case',
  'risk_point.past_case as point_past_case',
] as const

/** The power type 三重一大 that a new register starts with: naming it says what the mark says. */
const threeMajorsType = 'three-majors'

/** Whether discretion lies without a benchmark is not known while nobody has said whether there is discretion at all. */
function withoutBenchmark({ discretion, benchmark_no }: FactColumns): boolean | undefined {
  if (discretion === 'unknown') return undefined
  return discretion === 'yes' && (benchmark_no ?? '').trim() === ''
}

/** A case at the point or anywhere in its power counts as a past case. */
export function factsOf(row: FactColumns): Facts {
  return {
    powerType: row.power_type ?? undefined,
    discretionWithoutBenchmark: withoutBenchmark(row),
    pastCase: row.point_past_case === 1 || row.power_past_case === 1,
    threeMajors: row.three_majors === 1 || row.power_type === threeMajorsType,
  }
}
