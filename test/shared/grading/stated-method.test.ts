import * as fc from 'fast-check'
import { expect, it, test } from 'vitest'

import { builtInMethods } from '#shared/model/grading/built-in-methods.ts'
import { checkDefinition } from '#shared/model/grading/check-definition.ts'
import { grade } from '#shared/model/grading/grade.ts'
import { STATED, STATED_GRADE, statedMethodFor } from '#shared/model/grading/stated-method.ts'
import { defaultScales } from '#shared/model/scales.ts'

const noFacts = { powerType: undefined, discretionWithoutBenchmark: undefined, pastCase: false, threeMajors: false }

it('is among the methods a new register starts with, on the scale it grades by', () => {
  expect(builtInMethods.filter(({ code }) => code === STATED).map(({ scale }) => scale)).toEqual(['three'])
})

test.each(defaultScales.map((scale) => [scale.code, scale] as const))('is sound on the scale %s', (_, scale) => {
  expect(checkDefinition(statedMethodFor(scale), scale)).toEqual([])
})

it('gives the very grade that was stated', () => {
  fc.assert(fc.property(fc.constantFrom(...defaultScales).chain((scale) => fc.tuple(fc.constant(scale), fc.constantFrom(...scale.levels))), ([scale, level]) => {
    expect(grade(statedMethodFor(scale), scale, { [STATED_GRADE]: level.code }, noFacts)).toMatchObject({ ok: true, computed: level.code, final: level.code })
  }))
})

it('takes no grade that its scale does not have', () => {
  for (const scale of defaultScales) expect(grade(statedMethodFor(scale), scale, { [STATED_GRADE]: 'none-such' }, noFacts)).toMatchObject({ ok: false })
})
