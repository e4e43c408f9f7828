import * as fc from 'fast-check'

import type { DefinitionOf, MethodDefinition, ScoringDefinition } from '#shared/model/grading/definition.ts'
import { factorsOf } from '#shared/model/grading/definition.ts'
import type { Factor, FactorValue, FactorValues, OptionFactor, ScoredFactor } from '#shared/model/grading/factors.ts'
import type { Facts, OverrideRule } from '#shared/model/grading/overrides.ts'

const grades = ['low', 'medium', 'high'] as const
const powerTypes = ['licence', 'penalty', 'finance', 'personnel'] as const

const labels = { 'zh-CN': '名称', en: 'Name' }

const anyGrade = fc.constantFrom(...grades)

export const anyFacts: fc.Arbitrary<Facts> = fc.record(
  {
    powerType: fc.constantFrom(...powerTypes),
    discretionWithoutBenchmark: fc.boolean(),
    pastCase: fc.boolean(),
    threeMajors: fc.boolean(),
  },
  { requiredKeys: [] },
)

const anyCondition: fc.Arbitrary<OverrideRule['when']> = fc.oneof(
  fc.record({ fact: fc.constant('powerType' as const), in: fc.subarray([...powerTypes], { minLength: 1 }) }),
  fc.record({ fact: fc.constantFrom('discretionWithoutBenchmark', 'pastCase', 'threeMajors'), is: fc.boolean() }),
)

const anyOverrides: fc.Arbitrary<OverrideRule[]> = fc
  .array(fc.record({ when: anyCondition, atLeast: anyGrade, enabled: fc.boolean() }), { maxLength: 4 })
  .map((rules) => rules.map((rule, index) => ({ ...rule, code: `rule-${index}`, labels })))

function optionFactor(code: string): fc.Arbitrary<OptionFactor> {
  return fc
    .uniqueArray(fc.nat(100), { minLength: 1, maxLength: 5 })
    .map((values) => ({ kind: 'options', code, labels, options: values.map((value) => ({ value, labels })) }))
}

function rangeFactor(code: string): fc.Arbitrary<Extract<ScoredFactor, { kind: 'range' }>> {
  return fc
    .record({ min: fc.nat(50), span: fc.nat(100), whole: fc.boolean() })
    .map(({ min, span, whole }) => ({ kind: 'range', code, labels, min, max: min + span, whole }))
}

const anyScoredFactors: fc.Arbitrary<ScoredFactor[]> = fc
  .array(fc.constantFrom(optionFactor, rangeFactor), { minLength: 1, maxLength: 4 })
  .chain((kinds) => fc.tuple(...kinds.map((kind, index) => kind(`factor-${index}`))))

/** Whole numbers only, so that the scores computed here are exact and the bounds taken from them too. */
function validValue(factor: Factor): fc.Arbitrary<FactorValue> {
  switch (factor.kind) {
    case 'criterion':
      return fc.boolean()
    case 'range':
      return fc.integer({ min: factor.min, max: factor.max })
    default:
      return fc.constantFrom(...factor.options.map(({ value }): FactorValue => value))
  }
}

export function validValues(definition: MethodDefinition): fc.Arbitrary<FactorValues> {
  return fc.record(Object.fromEntries(factorsOf(definition).map((factor) => [factor.code, validValue(factor)])))
}

function lowestValue(factor: Factor): number {
  if (factor.kind === 'criterion') return 0
  return factor.kind === 'range' ? factor.min : Math.min(...factor.options.map(({ value }) => Number(value)))
}

/** The score by school arithmetic, independent of the program's own. */
export function plainScore(definition: ScoringDefinition, values: readonly number[]): number {
  switch (definition.kind) {
    case 'product':
      return values.reduce((product, value) => product * value, 1)
    case 'weighted':
      return definition.factors.reduce((sum, { weight }, index) => sum + weight * (values[index] ?? Number.NaN), 0) / 100
    case 'count':
      return values.reduce((sum, value) => sum + value, 0)
  }
}

/** Bands whose bounds are scores of real factor values, the lowest score among them: no gap, every band reached. */
function withBands<Definition extends ScoringDefinition>(definition: Definition): fc.Arbitrary<Definition> {
  const factors = factorsOf(definition)
  const lowest = plainScore(definition, factors.map(lowestValue))
  const score = validValues(definition).map((values) => plainScore(definition, factors.map(({ code }) => Number(values[code]))))
  return fc
    .tuple(fc.array(score, { maxLength: 3 }), fc.array(anyGrade, { minLength: 4, maxLength: 4 }))
    .map(([scores, picked]) => {
      const bounds = [...new Set([...scores, lowest])].toSorted((a, b) => b - a)
      const falling = picked.toSorted((a, b) => grades.indexOf(b) - grades.indexOf(a))
      return { ...definition, thresholds: bounds.map((atLeast, index) => ({ atLeast, grade: falling[index] ?? 'low' })) }
    })
}

function common<Kind extends string>(kind: Kind) {
  return { kind, code: `random-${kind}`, labels, scale: 'three', thresholds: [] }
}

const anyProduct = fc
  .record({ factors: anyScoredFactors, overrides: anyOverrides })
  .chain((parts) => withBands<DefinitionOf<'product'>>({ ...common('product'), ...parts }))

/** Whole weights: random shares, the last factor taking what is left of 100. */
const anyWeighted = fc
  .record({ factors: anyScoredFactors, shares: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 4, maxLength: 4 }), overrides: anyOverrides })
  .chain(({ factors, shares, overrides }) => {
    const given = shares.slice(0, factors.length - 1)
    const weights = [...given, 100 - given.reduce((sum, share) => sum + share, 0)]
    const weighted = factors.map((factor, index) => ({ factor, weight: weights[index] ?? 0 }))
    return withBands<DefinitionOf<'weighted'>>({ ...common('weighted'), factors: weighted, overrides })
  })

const anyCriteria: fc.Arbitrary<DefinitionOf<'count'>['counted']> = fc.integer({ min: 1, max: 8 }).map((length) => ({
  of: 'criteria',
  criteria: Array.from({ length }, (_, index) => ({ kind: 'criterion', code: `criterion-${index}`, labels })),
}))
const anyNumber: fc.Arbitrary<DefinitionOf<'count'>['counted']> = rangeFactor('number').map((factor) => ({ of: 'number', factor }))

const anyCount = fc
  .record({ counted: fc.oneof(anyCriteria, anyNumber), overrides: anyOverrides })
  .chain((parts) => withBands<DefinitionOf<'count'>>({ ...common('count'), ...parts }))

export const anyMatrix: fc.Arbitrary<DefinitionOf<'matrix'>> = fc
  .tuple(optionFactor('rows'), optionFactor('columns'), anyOverrides)
  .chain(([rows, columns, overrides]) =>
    fc
      .array(fc.array(anyGrade, { minLength: columns.options.length, maxLength: columns.options.length }), {
        minLength: rows.options.length,
        maxLength: rows.options.length,
      })
      .map((cells) => ({ kind: 'matrix', code: 'random-matrix', labels, scale: 'three', overrides, rows, columns, cells })),
  )

const anyChoice: fc.Arbitrary<DefinitionOf<'choice'>> = fc
  .tuple(fc.array(anyGrade, { minLength: 1, maxLength: 6 }), anyOverrides)
  .map(([picked, overrides]) => {
    const options = picked.map((grade, index) => ({ value: `option-${index}`, grade, labels }))
    return { kind: 'choice', code: 'random-choice', labels, scale: 'three', overrides, factor: { kind: 'choice', code: 'field', labels, options } }
  })

/** Sound methods that grade by a score, on the scale of three. */
export const anyScoringMethod: fc.Arbitrary<ScoringDefinition> = fc.oneof(anyProduct, anyWeighted, anyCount)

/** Sound methods of every kind, on the scale of three. */
export const anyMethod: fc.Arbitrary<MethodDefinition> = fc.oneof(anyProduct, anyWeighted, anyCount, anyMatrix, anyChoice)

/** A sound method with one or two sets of valid factor values. */
export const methodWithValues = anyMethod.chain((definition) =>
  fc.record({ definition: fc.constant(definition), values: validValues(definition), others: validValues(definition) }),
)

export const scoringMethodWithValues = anyScoringMethod.chain((definition) =>
  fc.record({ definition: fc.constant(definition), values: validValues(definition), others: validValues(definition) }),
)
