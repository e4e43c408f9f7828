import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import {
  builtInMethods,
  choiceMethod,
  countOfCriteriaMethod,
  fiveByFiveMethod,
  kindsAtPostMethod,
  productMethod,
  productWithOverridesMethod,
  threeByThreeMethod,
  weightedMethod,
} from '#shared/model/grading/built-in-methods.ts'
import type { MethodDefinition } from '#shared/model/grading/definition.ts'
import { grade } from '#shared/model/grading/grade.ts'
import type { FactorValues } from '#shared/model/grading/factors.ts'
import type { Facts } from '#shared/model/grading/overrides.ts'
import { severityOf } from '#shared/model/scales.ts'
import { anyFacts, methodWithValues, plainScore, scoringMethodWithValues } from './arbitraries.ts'
import { scaleOf, threeGrades } from './scales.ts'

function graded(definition: MethodDefinition, values: FactorValues, facts: Facts = {}) {
  const result = grade(definition, scaleOf(definition), values, facts)
  if (!result.ok) throw new Error(`not graded: ${JSON.stringify(result)}`)
  return result
}

const product = (likelihood: number, consequence: number) => graded(productMethod, { likelihood, consequence })

describe('the product D = L × C', () => {
  it('takes the bounds into the heavier grade: 6 × 40 = 240 is high, 6 × 15 = 90 is medium', () => {
    expect(product(6, 40)).toEqual({ ok: true, computed: 'high', score: 240, overrides: [], final: 'high' })
    expect(product(6, 15)).toEqual({ ok: true, computed: 'medium', score: 90, overrides: [], final: 'medium' })
  })

  it('gives 5 high, 4 medium and 7 low of its 16 cells', () => {
    const cells = [10, 6, 3, 1].map((likelihood) => [100, 40, 15, 7].map((consequence) => product(likelihood, consequence).final))
    expect(cells).toEqual([
      ['high', 'high', 'medium', 'low'],
      ['high', 'high', 'medium', 'low'],
      ['high', 'medium', 'low', 'low'],
      ['medium', 'low', 'low', 'low'],
    ])
    expect(['high', 'medium', 'low'].map((code) => cells.flat().filter((cell) => cell === code).length)).toEqual([5, 4, 7])
  })
})

const cell = (definition: MethodDefinition, likelihood: number, consequence: number) =>
  graded(definition, { likelihood, consequence }).final

const ofThree = (score: number) => (score >= 6 ? 'high' : score >= 3 ? 'medium' : 'low')
const ofFour = (score: number) => (score >= 16 ? 'severe' : score >= 10 ? 'high' : score >= 5 ? 'medium' : 'low')

describe('the delivered matrices', () => {
  it('3 × 3 follows the products 1–2, 3–4 and 6–9', () => {
    for (const l of [1, 2, 3]) for (const c of [1, 2, 3]) expect(cell(threeByThreeMethod, l, c)).toBe(ofThree(l * c))
  })

  it('5 × 5 follows the products 1–4, 5–9, 10–15 and 16–25', () => {
    const steps = [1, 2, 3, 4, 5]
    for (const l of steps) for (const c of steps) expect(cell(fiveByFiveMethod, l, c)).toBe(ofFour(l * c))
  })
})

const weighted = (importance: number, discretion: number, probability: number, harm: number) =>
  graded(weightedMethod, { importance, discretion, probability, harm })

describe('weighted factors 30/25/25/20', () => {
  it('weigh each factor', () => {
    expect(weighted(90, 80, 70, 60)).toMatchObject({ score: 76.5, final: 'medium' })
    expect(weighted(100, 0, 0, 0).score).toBe(30)
    expect(weighted(0, 0, 0, 100).score).toBe(20)
  })

  test.each([
    [80, 'high'],
    [79.9, 'medium'],
    [60, 'medium'],
    [59.9, 'low'],
    [0, 'low'],
    [100, 'high'],
  ])('%d on every factor is %s', (value, expected) => {
    expect(weighted(value, value, value, value)).toMatchObject({ score: value, final: expected })
  })

  it('reach a bound of decimal values in spite of binary fractions', () => {
    // 30 % + 25 % + 25 % + 20 % of these is 80 exactly; added up as binary fractions it can fall short.
    expect(weighted(80.1, 79.9, 80.1, 79.85)).toMatchObject({ score: 80, final: 'high' })
  })
})

const met = (...answers: boolean[]) => {
  const codes = countOfCriteriaMethod.counted.criteria.map(({ code }) => code)
  return graded(countOfCriteriaMethod, Object.fromEntries(codes.map((code, index) => [code, answers[index] ?? false])))
}

describe('counting', () => {
  it('three criteria or more are high, two medium, one low', () => {
    expect(met(true, true, true, true, true)).toMatchObject({ score: 5, final: 'high' })
    expect(met(false, true, true, false, true)).toMatchObject({ score: 3, final: 'high' })
    expect(met(true, false, false, true)).toMatchObject({ score: 2, final: 'medium' })
    expect(met(false, false, true)).toMatchObject({ score: 1, final: 'low' })
  })

  it('a point that meets no criterion gets the lightest grade, not none', () => {
    expect(met()).toMatchObject({ ok: true, score: 0, final: 'low' })
  })

  test.each([
    [1, 'low'],
    [2, 'low'],
    [3, 'medium'],
    [4, 'medium'],
    [5, 'high'],
    [12, 'high'],
  ])('%d risk kinds at a post are %s', (kinds, expected) => {
    expect(graded(kindsAtPostMethod, { 'risk-kinds': kinds }).final).toBe(expected)
  })
})

test('a choice gives the grade of the picked case', () => {
  expect(graded(choiceMethod, { 'field-of-work': 'inspection-and-review' })).toEqual({
    ok: true,
    computed: 'medium',
    overrides: [],
    final: 'medium',
  })
})

describe('override rules', () => {
  const low = { likelihood: 1, consequence: 7 }

  test.each<[string, Facts]>([
    ['people-money-assets', { powerType: 'internal-finance' }],
    ['three-majors', { threeMajors: true }],
    ['discretion-without-benchmark', { discretionWithoutBenchmark: true }],
    ['past-case', { pastCase: true }],
  ])('%s raises a low point to high', (code, facts) => {
    expect(graded(productWithOverridesMethod, low, facts)).toEqual({ ok: true, computed: 'low', score: 7, overrides: [code], final: 'high' })
  })

  it('do nothing while they are not in use, on facts that do not hold and on facts that are not known', () => {
    expect(graded(productMethod, low, { pastCase: true, threeMajors: true }).overrides).toEqual([])
    expect(graded(productWithOverridesMethod, low, { powerType: 'licence', pastCase: false }).final).toBe('low')
    expect(graded(productWithOverridesMethod, low).final).toBe('low')
  })

  it('leave a heavier computed grade as it is and are recorded all the same', () => {
    const severe = { ...fiveByFiveMethod, overrides: fiveByFiveMethod.overrides.map((rule) => ({ ...rule, enabled: true })) }
    const facts = { pastCase: true, threeMajors: true }
    expect(graded(severe, { likelihood: 5, consequence: 5 }, facts)).toEqual({
      ok: true,
      computed: 'severe',
      overrides: ['three-majors', 'past-case'],
      final: 'severe',
    })
  })
})

describe('factors that cannot be graded', () => {
  it('are named: those without a value, and those whose value is not offered', () => {
    expect(grade(productMethod, threeGrades, { consequence: 41 }, {})).toEqual({ ok: false, missing: ['likelihood'], invalid: ['consequence'] })
    expect(grade(weightedMethod, threeGrades, { importance: 101, discretion: -1, probability: Number.NaN }, {})).toEqual({
      ok: false,
      missing: ['harm'],
      invalid: ['importance', 'discretion', 'probability'],
    })
    expect(grade(kindsAtPostMethod, threeGrades, { 'risk-kinds': 2.5 }, {})).toMatchObject({ invalid: ['risk-kinds'] })
    expect(grade(productMethod, threeGrades, { likelihood: '6', consequence: true }, {})).toMatchObject({ invalid: ['likelihood', 'consequence'] })
    expect(grade(choiceMethod, threeGrades, { 'field-of-work': 'elsewhere' }, {})).toMatchObject({ invalid: ['field-of-work'] })
    expect(grade(countOfCriteriaMethod, threeGrades, { 'one-person': 1 }, {})).toMatchObject({ invalid: ['one-person'] })
  })

  it('are not found among inherited names', () => {
    const odd: MethodDefinition = { ...productMethod, factors: productMethod.factors.slice(0, 1).map((factor) => ({ ...factor, code: 'constructor' })) }
    expect(grade(odd, threeGrades, {}, {})).toEqual({ ok: false, missing: ['constructor'], invalid: [] })
  })

  it('do not include values the method never asked for', () => {
    expect(graded(productMethod, { likelihood: 6, consequence: 40, importance: 80 }).final).toBe('high')
  })
})

test('an unsound method is an error, never a wrong grade', () => {
  const gap: MethodDefinition = { ...productMethod, thresholds: productMethod.thresholds.slice(0, 1) }
  expect(() => grade(gap, threeGrades, { likelihood: 1, consequence: 7 }, {})).toThrow(RangeError)
})

describe('for every sound method', () => {
  const anything = fc.tuple(methodWithValues, anyFacts)

  it('valid factors are graded', () => {
    fc.assert(fc.property(anything, ([{ definition, values }, facts]) => grade(definition, threeGrades, values, facts).ok), { numRuns: 500 })
  })

  it('an override never lowers, and the final grade is one that was computed or asked for', () => {
    fc.assert(
      fc.property(anything, ([{ definition, values }, facts]) => {
        const { computed, final, overrides } = graded(definition, values, facts)
        const asked = definition.overrides.filter(({ code }) => overrides.includes(code)).map(({ atLeast }) => atLeast)
        expect([computed, ...asked]).toContain(final)
        for (const other of [computed, ...asked]) {
          expect(severityOf(threeGrades, final)).toBeGreaterThanOrEqual(severityOf(threeGrades, other))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('the same factors and definition give the same grade, also after a way through storage and in another order', () => {
    fc.assert(
      fc.property(anything, ([{ definition, values }, facts]) => {
        const stored: MethodDefinition = JSON.parse(JSON.stringify(definition))
        const reordered = Object.fromEntries(Object.entries(values).toReversed())
        expect(graded(stored, reordered, { ...facts })).toEqual(graded(definition, values, facts))
      }),
    )
  })

  it('the grade does not depend on facts while no override is in use', () => {
    fc.assert(
      fc.property(anything, ([{ definition, values }, facts]) => {
        const result = graded({ ...definition, overrides: [] }, values, facts)
        expect(result.final).toBe(result.computed)
      }),
    )
  })
})

describe('for every sound scoring method', () => {
  it('the score is the plain arithmetic, and each band includes its own bound', () => {
    fc.assert(
      fc.property(scoringMethodWithValues, ({ definition, values }) => {
        const { score, computed } = graded(definition, values)
        const numbers = Object.values(values).map(Number)
        expect(score).toBeCloseTo(plainScore(definition, numbers), 6)
        const reached = definition.thresholds.filter(({ atLeast }) => (score ?? Number.NaN) >= atLeast)
        expect(computed).toBe(reached[0]?.grade)
      }),
      { numRuns: 500 },
    )
  })

  it('no factor that rises makes the grade lighter', () => {
    fc.assert(
      fc.property(scoringMethodWithValues, ({ definition, values, others }) => {
        const codes = Object.keys(values)
        const upper = Object.fromEntries(codes.map((code) => [code, Number(others[code]) > Number(values[code]) ? (others[code] ?? 0) : (values[code] ?? 0)]))
        const lighter = severityOf(threeGrades, graded(definition, values).computed)
        expect(severityOf(threeGrades, graded(definition, upper).computed)).toBeGreaterThanOrEqual(lighter)
      }),
      { numRuns: 500 },
    )
  })
})

test('the delivered methods have codes of their own', () => {
  expect(new Set(builtInMethods.map(({ code }) => code)).size).toBe(builtInMethods.length)
})
