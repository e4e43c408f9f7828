import { describe, expect, test } from 'vitest'
import { noSelection, rangeTo, selectAll, selectOne, selectRange, toggle } from '#renderer/components/grid/selection.ts'

describe('choosing rows', () => {
  test('Ctrl adds a row and takes it away again', () => {
    const both = toggle(selectOne('a', 0), 'b', 4)
    expect([...both.ids]).toEqual(['a', 'b'])
    expect([...toggle(both, 'a', 0).ids]).toEqual(['b'])
  })

  test('Shift reaches from the row chosen last, in either direction', () => {
    expect(rangeTo(selectOne('a', 5), 8)).toEqual({ from: 5, to: 8 })
    expect(rangeTo(selectOne('a', 5), 2)).toEqual({ from: 2, to: 5 })
  })

  test('Shift without a row to begin at takes just that row', () => {
    expect(rangeTo(noSelection, 3)).toEqual({ from: 3, to: 3 })
  })

  test('a range takes the place of what was chosen, with Ctrl it is added, and its beginning stays', () => {
    const one = selectOne('x', 2)
    expect([...selectRange(one, ['a', 'b'], false).ids]).toEqual(['a', 'b'])
    expect([...selectRange(one, ['a', 'b'], true).ids]).toEqual(['x', 'a', 'b'])
    expect(selectRange(one, ['a'], false).anchor).toBe(2)
  })

  test('choosing all begins at the top', () => {
    expect(selectAll(['a', 'b'])).toEqual({ ids: new Set(['a', 'b']), anchor: 0 })
  })
})
