import dayjs from 'dayjs'
import type { PowerDetail } from '#shared/contract/powers.ts'

/** After so many months a benchmark is worth another look; a proposal, not a rule of any authority. */
const calibrationMonths = 24

export type DiscretionFinding = { readonly code: 'no-benchmark' } | { readonly code: 'never-calibrated' } | { readonly code: 'long-ago'; readonly on: string; readonly months: number }

/** What there is to say about a power's discretion; undefined where all is in order. @param today ISO date */
export function discretionFinding({ discretion, benchmarkNo, benchmarkCalibratedOn }: Pick<PowerDetail, 'discretion' | 'benchmarkNo' | 'benchmarkCalibratedOn'>, today: string): DiscretionFinding | undefined {
  if (discretion !== 'yes') return undefined
  if (benchmarkNo === null) return { code: 'no-benchmark' }
  if (benchmarkCalibratedOn === null) return { code: 'never-calibrated' }
  const months = dayjs(today).diff(benchmarkCalibratedOn, 'month')
  return months > calibrationMonths ? { code: 'long-ago', on: benchmarkCalibratedOn, months } : undefined
}
