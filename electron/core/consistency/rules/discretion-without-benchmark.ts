import { sql } from 'kysely'
import { inForce } from '../rule-query.ts'
import type { RuleFinder } from '../rule-query.ts'

/** Discretion that nothing binds. */
export const discretionWithoutBenchmark: RuleFinder = () => inForce('power', sql`r.discretion = 'yes' AND r.benchmark_no IS NULL`)
