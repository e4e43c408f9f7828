import { describe, expect, test } from 'vitest'
import { patchOf, stepsOf } from '#renderer/powers/panel/power-values.ts'

const steps = [
  { id: '0197a000-0000-7000-8000-00000000000a', name: '受理', riskCount: 1 },
  { id: '0197a000-0000-7000-8000-00000000000b', name: '审查', riskCount: 2 },
  { id: '0197a000-0000-7000-8000-00000000000c', name: '决定', riskCount: 0 },
]
const [first, second, third] = steps.map(({ id }) => id)

describe('the steps of a power typed as lines', () => {
  test('steps keep who they are when they change places', () => {
    expect(stepsOf(['决定', '受理', '审查'], steps)).toEqual([{ id: third, name: '决定' }, { id: first, name: '受理' }, { id: second, name: '审查' }])
  })

  test('a line that is rewritten is the same step renamed', () => {
    expect(stepsOf(['受理', '现场审查', '决定'], steps)).toEqual([{ id: first, name: '受理' }, { id: second, name: '现场审查' }, { id: third, name: '决定' }])
  })

  test('a line that is added is a new step, one that is gone is left out', () => {
    expect(stepsOf(['受理', '审查', '决定', '办结'], steps).at(-1)).toEqual({ name: '办结' })
    expect(stepsOf(['受理', '决定'], steps)).toEqual([{ id: first, name: '受理' }, { id: third, name: '决定' }])
  })

  test('two steps of one name are two steps', () => {
    expect(stepsOf(['受理', '受理'], steps)).toEqual([{ id: first, name: '受理' }, { name: '受理' }])
  })
})

describe('what a power\'s form sends', () => {
  test('an emptied sub-item is an empty text, other emptied fields are nothing', () => {
    expect(patchOf({ subItem: null, code: null }, steps)).toEqual({ subItem: '', code: null })
  })

  test('a name that was emptied is refused before it is sent', () => {
    expect(() => patchOf({ name: '' }, steps)).toThrow()
  })
})
