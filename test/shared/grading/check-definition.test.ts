import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import { builtInMethods, countOfCriteriaMethod, fiveByFiveMethod, kindsAtPostMethod, productMethod, threeByThreeMethod, weightedMethod } from '#shared/model/grading/built-in-methods.ts'
import { checkDefinition } from '#shared/model/grading/check-definition.ts'
import { type MethodDefinition, methodDefinitionSchema } from '#shared/model/grading/definition.ts'
import { grade } from '#shared/model/grading/grade.ts'
import { isMonotone } from '#shared/model/grading/monotone.ts'
import { problemCodes } from '#shared/model/grading/problem.ts'
import { severityOf } from '#shared/model/scales.ts'
import { anyMatrix, anyMethod, anyScoringMethod, validValues } from './arbitraries.ts'
import { scaleOf, threeGrades } from './scales.ts'

const codesOf = (definition: MethodDefinition) => checkDefinition(definition, threeGrades).map(({ code }) => code)

const bands = (...pairs: [number, string][]) => pairs.map(([atLeast, name]) => ({ atLeast, grade: name }))

test.each(builtInMethods.map((method) => [method.code, method] as const))('the delivered method %s is sound', (_, method) => {
  expect(methodDefinitionSchema.parse(method)).toEqual(method)
  expect(checkDefinition(method, scaleOf(method))).toEqual([])
  expect(isMonotone(method, scaleOf(method))).toBe(true)
})

const [likelihood, consequence] = productMethod.factors
const [firstOverride] = productMethod.overrides
if (!likelihood || !consequence || !firstOverride) throw new Error('the delivered product method has two factors and overrides')

const faulty = {
  'scale-mismatch': { ...productMethod, scale: 'four' },
  'unknown-grade': { ...productMethod, thresholds: bands([240, 'severe'], [90, 'medium'], [0, 'low']) },
  'duplicate-factor': { ...productMethod, factors: [likelihood, { ...consequence, code: likelihood.code }] },
  'duplicate-option': { ...productMethod, factors: [{ ...likelihood, options: [...likelihood.options, ...likelihood.options.slice(-1)] }, consequence] },
  'duplicate-override': { ...productMethod, overrides: [firstOverride, firstOverride] },
  'range-empty': {
    ...kindsAtPostMethod,
    counted: { of: 'number', factor: { ...kindsAtPostMethod.counted.factor, min: 1.2, max: 1.8 } },
  },
  'negative-value': {
    ...productMethod,
    factors: [likelihood, { kind: 'range', code: 'consequence', labels: consequence.labels, min: -1, max: 100, whole: false }],
  },
  'weights-total': { ...weightedMethod, factors: weightedMethod.factors.slice(1) },
  'matrix-shape': { ...threeByThreeMethod, cells: [['low', 'low', 'medium'], ['low', 'medium'], ['medium', 'high', 'high']] },
  'threshold-order': { ...productMethod, thresholds: bands([240, 'high'], [240, 'medium'], [0, 'low']) },
  'threshold-severity': { ...productMethod, thresholds: bands([240, 'medium'], [90, 'high'], [0, 'low']) },
  'threshold-gap': { ...productMethod, thresholds: bands([240, 'high'], [90, 'medium'], [8, 'low']) },
  'threshold-unreachable': { ...countOfCriteriaMethod, thresholds: bands([6, 'high'], [2, 'medium'], [0, 'low']) },
} satisfies Record<(typeof problemCodes)[number], MethodDefinition>

describe('an unsound method', () => {
  test.each(problemCodes)('is refused for %s alone', (code) => {
    expect(codesOf(faulty[code])).toEqual([code])
  })

  it('still has a form the schema accepts, so the editor can hold it while it is being mended', () => {
    for (const definition of Object.values(faulty)) expect(methodDefinitionSchema.safeParse(definition).success).toBe(true)
  })

  it('is told where it is wrong', () => {
    expect(checkDefinition(faulty['threshold-gap'], threeGrades)).toEqual([
      { code: 'threshold-gap', path: ['thresholds', 2], params: { lowest: 7, atLeast: 8 } },
    ])
    expect(checkDefinition(faulty['weights-total'], threeGrades)).toEqual([{ code: 'weights-total', path: ['factors'], params: { total: 70 } }])
    expect(checkDefinition({ ...fiveByFiveMethod, scale: 'three' }, threeGrades)).toContainEqual({
      code: 'unknown-grade',
      path: ['cells', 3, 3],
      params: { grade: 'severe' },
    })
  })

  it('names unknown grades of its override rules too', () => {
    expect(codesOf({ ...productMethod, overrides: [{ ...firstOverride, atLeast: 'worst' }] })).toEqual(['unknown-grade'])
  })

  it('has an unreachable band where it lies between the only scores there are', () => {
    expect(codesOf({ ...productMethod, thresholds: bands([240, 'high'], [151, 'medium'], [90, 'medium'], [0, 'low']) })).toEqual(['threshold-unreachable'])
    const whole = { kind: 'range', code: 'consequence', labels: consequence.labels, min: 0, max: 5, whole: true } as const
    expect(codesOf({ ...productMethod, factors: [{ ...likelihood, options: likelihood.options.slice(0, 1) }, whole], thresholds: bands([50, 'high'], [45, 'medium'], [0, 'low']) })).toEqual(['threshold-unreachable'])
    expect(codesOf({ ...weightedMethod, thresholds: bands([100.5, 'high'], [60, 'medium'], [0, 'low']) })).toEqual(['threshold-unreachable'])
    expect(codesOf({ ...weightedMethod, thresholds: bands([80, 'high'], [0, 'medium'], [-10, 'low']) })).toEqual(['threshold-unreachable'])
  })
})

test('weights of decimal fractions may total 100', () => {
  const weights = [33.3, 33.3, 33.3, 0.1]
  const factors = weightedMethod.factors.map(({ factor }, index) => ({ factor, weight: weights[index] ?? 0 }))
  expect(codesOf({ ...weightedMethod, factors })).toEqual([])
})

test('methods sound by construction have no problems', () => {
  fc.assert(
    fc.property(anyMethod, (definition) => {
      expect(checkDefinition(definition, threeGrades)).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('whatever bounds are written, a method without problems grades all valid factors, and no band is idle', () => {
  const anyBounds = fc.array(fc.tuple(fc.integer({ min: -5, max: 300 }), fc.constantFrom('high', 'medium', 'low')), { minLength: 1, maxLength: 4 })
  const attempts = fc
    .tuple(anyScoringMethod, anyBounds)
    .map(([definition, bounds]) => ({ ...definition, thresholds: bands(...bounds.toSorted(([a], [b]) => b - a)) }))
    .filter((definition) => codesOf(definition).length === 0)
    .chain((definition) => fc.tuple(fc.constant(definition), fc.array(validValues(definition), { minLength: 1, maxLength: 20 })))
  fc.assert(fc.property(attempts, ([definition, sets]) => sets.every((values) => grade(definition, threeGrades, values, {}).ok)))
})

const severity = (cell: string | undefined) => severityOf(threeGrades, cell ?? '')

describe('a matrix', () => {
  it('is monotone exactly when no cell is heavier than one with higher or equal values', () => {
    fc.assert(
      fc.property(anyMatrix, (matrix) => {
        const points = matrix.rows.options.flatMap((row, r) =>
          matrix.columns.options.map((column, c) => ({ row: row.value, column: column.value, severity: severity(matrix.cells[r]?.[c]) })),
        )
        const breaks = points.some((a) => points.some((b) => a.row <= b.row && a.column <= b.column && a.severity > b.severity))
        expect(isMonotone(matrix, threeGrades)).toBe(!breaks)
      }),
      { numRuns: 500 },
    )
  })

  it('that is not monotone is allowed, and found', () => {
    const swapped: MethodDefinition = { ...threeByThreeMethod, cells: [['medium', 'low', 'medium'], ['low', 'medium', 'high'], ['medium', 'high', 'high']] }
    expect(isMonotone(swapped, threeGrades)).toBe(false)
    expect(codesOf(swapped)).toEqual([])
  })
})

describe('the schema', () => {
  const [first, ...others] = weightedMethod.factors
  test.each([
    ['an unknown kind', { ...productMethod, kind: 'guess' }],
    ['an unknown field', { ...productMethod, script: 'return 1' }],
    ['an unknown fact', { ...productMethod, overrides: [{ ...firstOverride, when: { fact: 'weather', is: true } }] }],
    ['a label in one language only', { ...productMethod, labels: { 'zh-CN': '乘积法' } }],
    ['an infinite bound', { ...productMethod, thresholds: bands([Infinity, 'high'], [0, 'low']) }],
    ['a negative weight', { ...weightedMethod, factors: [{ ...first, weight: -30 }, ...others] }],
    ['a method without bands', { ...productMethod, thresholds: [] }],
  ])('refuses %s', (_, definition) => {
    expect(methodDefinitionSchema.safeParse(definition).success).toBe(false)
  })
})
