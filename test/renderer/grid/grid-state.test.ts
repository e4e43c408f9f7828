import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { movedBy, nextCell } from '#renderer/components/grid/grid-state.ts'

const bounds = { rows: 100_000, columns: 12, page: 17 }
const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown', 'Ctrl+Home', 'Ctrl+End', 'Ctrl+ArrowUp', 'Ctrl+ArrowDown', 'Ctrl+ArrowLeft', 'Ctrl+ArrowRight']
const place = fc.record({ row: fc.nat(bounds.rows - 1), column: fc.nat(bounds.columns - 1) })

describe('moving through a grid', () => {
  test('no key leads out of it', () => {
    fc.assert(fc.property(place, fc.constantFrom(...keys), (from, key) => {
      const to = movedBy(from, key, bounds)
      expect(to?.row).toBeGreaterThanOrEqual(0)
      expect(to?.row).toBeLessThan(bounds.rows)
      expect(to?.column).toBeGreaterThanOrEqual(0)
      expect(to?.column).toBeLessThan(bounds.columns)
    }))
  })

  test('Ctrl+End is the last cell, a page down a page', () => {
    expect(movedBy({ row: 3, column: 2 }, 'Ctrl+End', bounds)).toEqual({ row: 99_999, column: 11 })
    expect(movedBy({ row: 3, column: 2 }, 'PageDown', bounds)).toEqual({ row: 20, column: 2 })
  })

  test('a letter moves nothing', () => {
    expect(movedBy({ row: 0, column: 0 }, 'A', bounds)).toBeUndefined()
  })

  test('Tab goes on in the next row and back again', () => {
    fc.assert(fc.property(place, (from) => {
      const to = nextCell(from, 1, bounds)
      fc.pre(to !== undefined)
      expect(nextCell(to, -1, bounds)).toEqual(from)
    }))
    expect(nextCell({ row: 0, column: 11 }, 1, bounds)).toEqual({ row: 1, column: 0 })
  })

  test('at the ends of the grid Tab leaves it', () => {
    expect(nextCell({ row: 99_999, column: 11 }, 1, bounds)).toBeUndefined()
    expect(nextCell({ row: 0, column: 0 }, -1, bounds)).toBeUndefined()
  })
})
