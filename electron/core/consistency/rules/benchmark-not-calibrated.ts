import { sql } from 'kysely'
import { inForce } from '../rule-query.ts'
import type { RuleFinder } from '../rule-query.ts'

/** A discretion benchmark that was last held against practice too long ago, or never. */
export const benchmarkNotCalibrated: RuleFinder = ({ calibratedSince }) =>
  inForce('power', sql`r.discretion = 'yes' AND r.benchmark_no IS NOT NULL AND coalesce(r.benchmark_calibrated_on, '') < ${calibratedSince}`, sql`coalesce(r.benchmark_calibrated_on, ''), r.number`)
