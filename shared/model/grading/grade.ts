import { type Scale, severityOf } from '../scales.ts'
import { bandOf, scoreOf } from './score.ts'
import { type DefinitionOf, factorsOf, isScoring, type MethodDefinition, type ScoringDefinition } from './definition.ts'
import { acceptsValue, type Factor, type FactorValue, type FactorValues, valueOf } from './factors.ts'
import { type Facts, firedOverrides } from './overrides.ts'

export type Graded = {
  readonly ok: true
  /** The grade by the factors alone. */
  readonly computed: string
  /** The number behind it, where the method makes one. */
  readonly score?: number
  /** Codes of the override rules that hold, in the method's order, including those that raised nothing. */
  readonly overrides: readonly string[]
  /** The computed grade, raised where an override asks for more. */
  readonly final: string
}

export type Ungraded = {
  readonly ok: false
  /** Codes of the factors that have no value. */
  readonly missing: readonly string[]
  /** Codes of the factors whose value the method does not offer. */
  readonly invalid: readonly string[]
}

type Computed = Pick<Graded, 'computed' | 'score'>

/** The method's factors whose value is absent or not one of those offered. Values of other names are left alone. */
function checkFactors(definition: MethodDefinition, values: FactorValues): Omit<Ungraded, 'ok'> {
  const missing: string[] = []
  const invalid: string[] = []
  for (const factor of factorsOf(definition)) {
    const value = valueOf(factor, values)
    if (value === undefined) missing.push(factor.code)
    else if (!acceptsValue(factor, value)) invalid.push(factor.code)
  }
  return { missing, invalid }
}

function toNumber(value: FactorValue | undefined): number {
  return typeof value === 'boolean' ? Number(value) : typeof value === 'number' ? value : Number.NaN
}

function byScore(definition: ScoringDefinition, values: FactorValues): Computed | undefined {
  const score = scoreOf(definition, factorsOf(definition).map((factor) => toNumber(valueOf(factor, values))))
  const band = definition.thresholds[bandOf(definition.thresholds, score)]
  return band && { computed: band.grade, score }
}

function optionAt(factor: Extract<Factor, { kind: 'options' }>, values: FactorValues): number {
  const value = valueOf(factor, values)
  return factor.options.findIndex((option) => option.value === value)
}

function byMatrix({ rows, columns, cells }: DefinitionOf<'matrix'>, values: FactorValues): Computed | undefined {
  const computed = cells[optionAt(rows, values)]?.[optionAt(columns, values)]
  return computed === undefined ? undefined : { computed }
}

function byChoice({ factor }: DefinitionOf<'choice'>, values: FactorValues): Computed | undefined {
  const chosen = factor.options.find((option) => option.value === valueOf(factor, values))
  return chosen && { computed: chosen.grade }
}

function compute(definition: MethodDefinition, values: FactorValues): Computed {
  const computed = isScoring(definition)
    ? byScore(definition, values)
    : definition.kind === 'matrix'
      ? byMatrix(definition, values)
      : byChoice(definition, values)
  if (computed === undefined) throw new RangeError(`method ${definition.code} has no grade for valid factors`)
  return computed
}

/** The heaviest of a computed grade and what the override rules ask for: never lighter than the computed one. */
function heaviest(scale: Scale, grades: readonly [string, ...string[]]): string {
  return grades.reduce((most, next) => (severityOf(scale, next) > severityOf(scale, most) ? next : most))
}

/**
 * Grades one risk point. Pure: the same definition, factors and facts always give the same answer.
 *
 * @param definition a method that passed `checkDefinition` against `scale`
 * @param values one value for each of the method's factors
 * @param facts what the override rules ask about
 * @throws RangeError where the definition is unsound (a score outside all bands, a grade its scale does not have)
 */
export function grade(definition: MethodDefinition, scale: Scale, values: FactorValues, facts: Facts): Graded | Ungraded {
  const faults = checkFactors(definition, values)
  if (faults.missing.length + faults.invalid.length > 0) return { ok: false, ...faults }
  const computed = compute(definition, values)
  const fired = firedOverrides(definition.overrides, facts)
  return {
    ok: true,
    ...computed,
    overrides: fired.map((rule) => rule.code),
    final: heaviest(scale, [computed.computed, ...fired.map((rule) => rule.atLeast)]),
  }
}
