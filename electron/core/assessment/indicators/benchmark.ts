import { sql } from 'kysely'
import { ofPowers } from './indicator.ts'

/** Powers with discretion that have a benchmark and the day it was calibrated. */
export const benchmark = ofPowers('benchmark', {
  among: () => sql`r.discretion = 'yes'`,
  counts: () => sql`trim(coalesce(r.benchmark_no, '')) <> '' AND r.benchmark_calibrated_on IS NOT NULL`,
})
