import type { ScoringDefinition, Threshold } from './definition.ts'

/** Drops the noise of binary fractions, so that 0.1 × 800 reaches a bound of 80. Keeps the order of scores. */
export function exact(score: number): number {
  return Number(score.toPrecision(12))
}

/** How one step of a score is made from what came before it, and from where it starts. */
type Arithmetic = { readonly start: number; readonly add: (score: number, value: number, index: number) => number }

/** The sum a scoring method does, step by step over its factors' values. */
export function arithmeticOf(definition: ScoringDefinition): Arithmetic {
  switch (definition.kind) {
    case 'product':
      return { start: 1, add: (score, value) => exact(score * value) }
    case 'weighted':
      return { start: 0, add: (score, value, index) => exact(score + contribution(definition, index, value)) }
    case 'count':
      return { start: 0, add: (score, value) => score + value }
  }
}

/** What a factor's value adds to the score: its weighted share, or the value itself. */
export function contribution(definition: ScoringDefinition, index: number, value: number): number {
  if (definition.kind !== 'weighted') return value
  return exact(((definition.factors[index]?.weight ?? 0) * value) / 100)
}

/** @param values one number for each factor, in the method's order; yes counts 1 and no 0 */
export function scoreOf(definition: ScoringDefinition, values: readonly number[]): number {
  const { start, add } = arithmeticOf(definition)
  return values.reduce(add, start)
}

/** Position of the band a score falls into, -1 where it lies below all of them. */
export function bandOf(thresholds: readonly Threshold[], score: number): number {
  return thresholds.findIndex(({ atLeast }) => score >= atLeast)
}
