import { describe, expect, test } from 'vitest'
import { completeOrder, moved } from '#renderer/components/grid/use-grid-layout.ts'

describe('the remembered order of columns', () => {
  test('a column that came with a newer version appears at its delivered place', () => {
    expect(completeOrder(['c', 'a'], ['a', 'b', 'c'])).toEqual(['c', 'b', 'a'])
  })

  test('a column that is gone is forgotten', () => {
    expect(completeOrder(['x', 'b', 'a'], ['a', 'b'])).toEqual(['b', 'a'])
  })

  test('a dragged column takes the place of the one it is dropped on', () => {
    expect(moved(['a', 'b', 'c', 'd'], 'd', 'b')).toEqual(['a', 'd', 'b', 'c'])
    expect(moved(['a', 'b', 'c', 'd'], 'a', 'c')).toEqual(['b', 'c', 'a', 'd'])
  })

  test('dropping on nothing moves nothing', () => {
    expect(moved(['a', 'b'], 'a', 'x')).toEqual(['a', 'b'])
  })
})
