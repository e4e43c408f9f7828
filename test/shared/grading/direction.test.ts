import { expect, test } from 'vitest'

import { decideDirection, needsApprover, needsReason } from '#shared/model/grading/direction.ts'
import { fourGrades, threeGrades } from './scales.ts'

test.each([
  ['low', 'low', 'same', false, false],
  ['low', 'high', 'raised', true, false],
  ['high', 'medium', 'lowered', true, true],
] as const)('from %s to %s is %s (reason %s, approver %s)', (from, to, direction, reason, approver) => {
  expect(decideDirection(threeGrades, from, to)).toBe(direction)
  expect(needsReason(direction)).toBe(reason)
  expect(needsApprover(direction)).toBe(approver)
})

test('direction follows the severity rank of the scale, and grades outside it are an error', () => {
  expect(decideDirection(fourGrades, 'severe', 'high')).toBe('lowered')
  expect(() => decideDirection(threeGrades, 'severe', 'high')).toThrow(RangeError)
})
