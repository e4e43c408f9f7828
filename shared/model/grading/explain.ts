import type { Labels } from '../labels.ts'
import { factorsOf, isScoring, type MethodDefinition, type Threshold } from './definition.ts'
import { acceptsValue, type Factor, type FactorValue, type FactorValues, valueOf } from './factors.ts'
import { bandOf, contribution, scoreOf } from './score.ts'

/** One factor's part in a grading, for display. */
export type ExplainedFactor = {
  readonly code: string
  readonly labels: Labels
  /** undefined where no value was given, or one the method does not offer. */
  readonly value: FactorValue | undefined
  /** The words of the option that was picked. */
  readonly valueLabels?: Labels
  /** Percent, in a weighted method. */
  readonly weight?: number
  /** What the factor gives to the score: itself in a product, its weighted share in a sum, 1 or 0 in a count. */
  readonly contribution?: number
}

/** The band a score fell into: `atLeast` belongs to it, `below` no more. */
export type ExplainedBand = { readonly atLeast: number; readonly below: number | undefined; readonly grade: string }

export type Explanation = {
  readonly kind: MethodDefinition['kind']
  readonly factors: readonly ExplainedFactor[]
  /** Only once every factor has its value. */
  readonly score?: number
  readonly band?: ExplainedBand
}

function labelsOfValue(factor: Factor, value: FactorValue): Labels | undefined {
  if (factor.kind !== 'options' && factor.kind !== 'choice') return undefined
  return factor.options.find((option) => option.value === value)?.labels
}

function explainFactor(definition: MethodDefinition, factor: Factor, values: FactorValues, index: number): ExplainedFactor {
  const given = valueOf(factor, values)
  const value = given !== undefined && acceptsValue(factor, given) ? given : undefined
  const name = { code: factor.code, labels: factor.labels, value }
  if (value === undefined) return name
  const valueLabels = labelsOfValue(factor, value)
  return {
    ...name,
    ...(valueLabels && { valueLabels }),
    ...(definition.kind === 'weighted' && { weight: definition.factors[index]?.weight ?? 0 }),
    ...(isScoring(definition) && { contribution: contribution(definition, index, Number(value)) }),
  }
}

function bandAt(thresholds: readonly Threshold[], index: number): ExplainedBand | undefined {
  const band = thresholds[index]
  return band && { ...band, below: thresholds[index - 1]?.atLeast }
}

/** How a grade comes about, factor by factor, also while the factors are still being filled in. */
export function explain(definition: MethodDefinition, values: FactorValues): Explanation {
  const factors = factorsOf(definition).map((factor, index) => explainFactor(definition, factor, values, index))
  const complete = factors.every(({ value }) => value !== undefined)
  if (!complete || !isScoring(definition)) return { kind: definition.kind, factors }
  const score = scoreOf(definition, factors.map(({ value }) => Number(value)))
  const band = bandAt(definition.thresholds, bandOf(definition.thresholds, score))
  return { kind: definition.kind, factors, score, ...(band && { band }) }
}
