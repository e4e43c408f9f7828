import { severities } from './rules.ts'
import type { ConsistencyLevel, Severity } from './rules.ts'

/** Findings by how heavy they are. */
export type SeverityTotals = Readonly<Record<Severity, number>>

/** Adds up what the rules found; a rule that is switched off adds nothing. */
export function severityTotals(found: readonly { readonly level: ConsistencyLevel; readonly count: number }[]): SeverityTotals {
  const sum = (level: Severity): number => found.filter((one) => one.level === level).reduce((total, { count }) => total + count, 0)
  return { error: sum('error'), warning: sum('warning'), hint: sum('hint') }
}

/** Those that found something, heaviest first and within that in the order they came in. */
export function heaviestFirst<T extends { readonly level: ConsistencyLevel; readonly count: number }>(found: readonly T[]): T[] {
  return severities.flatMap((level) => found.filter((one) => one.level === level && one.count > 0))
}
