import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sizeText } from '#renderer/settings/data/size-text.ts'
import { freeCode } from '#renderer/settings/free-code.ts'
import { partOf } from '#renderer/settings/parts.ts'
import { moved } from '#renderer/settings/use-ordering.ts'

test('the address of the settings names the part and what is open in it', () => {
  expect(partOf('organisation')).toEqual({ part: 'organisation', rest: '' })
  expect(partOf('methods/a/edit')).toEqual({ part: 'methods', rest: 'a/edit' })
  expect(partOf('nowhere').part).toBeUndefined()
})

test('a new code is sound for the contract and taken by no other', () => {
  fc.assert(fc.property(fc.string({ maxLength: 200 }), fc.array(fc.string()), (name, others) => {
    const code = freeCode(name, others)
    expect(code).toMatch(/^[a-z0-9-]{1,60}$/u)
    expect(others).not.toContain(code)
    expect(freeCode(name, [...others, code])).not.toBe(code)
  }))
})

test('moving keeps every item once and puts the moved one where it was sent', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.nat(), fc.integer({ min: -3, max: 40 }), (order, which, to) => {
    const id = order[which % order.length] ?? ''
    const next = moved(order, id, to)
    expect(next.toSorted()).toEqual(order.toSorted())
    expect(next.indexOf(id)).toBe(Math.max(0, Math.min(to, order.length - 1)))
  }))
})

test('sizes read as file managers write them', () => {
  expect([0, 999, 1024, 1536, 800 * 1024, 5 * 1024 * 1024, 3 * 1024 ** 3].map(sizeText)).toEqual(['0 B', '999 B', '1.0 KB', '1.5 KB', '800 KB', '5.0 MB', '3.0 GB'])
})
