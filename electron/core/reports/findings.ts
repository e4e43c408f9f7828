import type { AnnualReport } from './annual-report-model.ts'
import { heaviestRisks } from './annual-report-model.ts'

export const findingCodes = [
  'heaviest-without-measures',
  'discretion-without-benchmark',
  'powers-without-points',
  'points-ungraded',
  'points-to-confirm',
  'points-without-measures',
  'measures-overdue',
  'measures-undated',
] as const
export type FindingCode = (typeof findingCodes)[number]

/** A shortcoming the register itself shows, with how many records it concerns (at least one). */
export interface Finding {
  readonly code: FindingCode
  readonly count: number
}

/**
 * Section 7: what the figures themselves find wanting, gravest first. Section 8 answers each finding in the same order,
 * so no problem stays without a next step. A heaviest-grade point without measures is named once, in its own finding.
 */
export function findingsOf(report: AnnualReport): Finding[] {
  const heaviestBare = heaviestRisks(report).filter((row) => row.measures.length === 0).length
  const counts: Record<FindingCode, number> = {
    'heaviest-without-measures': heaviestBare,
    'discretion-without-benchmark': report.powers.withDiscretion - report.powers.withBenchmark,
    'powers-without-points': report.powers.withoutRiskPoints,
    'points-ungraded': report.riskPoints.ungraded,
    'points-to-confirm': report.riskPoints.toConfirm,
    'points-without-measures': report.measures.pointsWithoutMeasures - heaviestBare,
    'measures-overdue': report.measures.overdue,
    'measures-undated': report.measures.undated,
  }
  return findingCodes.map((code) => ({ code, count: counts[code] })).filter((finding) => finding.count > 0)
}
