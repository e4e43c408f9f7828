import { expect, test } from 'vitest'
import type { Method } from '#shared/contract/grading.ts'
import { choiceMethod, productMethod, threeByThreeMethod, weightedMethod } from '#shared/model/grading/built-in-methods.ts'
import type { MethodDefinition } from '#shared/model/grading/definition.ts'
import { axisSteps, matrixAxes } from '#renderer/overview/matrix-axes.ts'

const method = (definition: MethodDefinition, inForce = false): Method => ({
  id: definition.code, code: definition.code, labels: definition.labels,
  versions: [{ id: definition.code, version: 1, definition, note: '', createdAt: '', createdBy: '', inForce, uses: 0 }],
})
const at = (likelihood: number, consequence: number, points = 1) => ({ likelihood, consequence, gradeCode: 'high', points })

test('the axes are those of the method in force', () => {
  const axes = matrixAxes([method(threeByThreeMethod), method(productMethod, true)], [at(6, 40)])
  expect(axes?.definition.code).toBe('product')
})

test('where the method in force knows no likelihood, the method that explains most points gives the axes', () => {
  const methods = [method(choiceMethod, true), method(productMethod), method(threeByThreeMethod), method(weightedMethod)]
  expect(matrixAxes(methods, [at(2, 2, 5), at(10, 100)])?.definition.code).toBe('matrix-3x3')
  expect(matrixAxes(methods, [at(2, 2), at(10, 100, 5)])?.definition.code).toBe('product')
  expect(matrixAxes([method(choiceMethod, true), method(weightedMethod)], [])).toBeUndefined()
})

test('a value of another method has its place on the axis, by its number', () => {
  const axes = matrixAxes([method(productMethod, true)], [at(6, 40)])
  const steps = axes === undefined ? [] : axisSteps(axes.likelihood, [6, 2], 'zh-CN')
  expect(steps.map(({ value }) => value)).toEqual([1, 2, 3, 6, 10])
  expect(steps.find(({ value }) => value === 2)?.label).toBe('2')
})
