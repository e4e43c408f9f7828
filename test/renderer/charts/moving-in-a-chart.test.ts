import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextPlace } from '#renderer/components/charts/use-roving-grid.ts'

const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'] as const

test('no key ever leads outside of the chart, however long its rows are', () => {
  const chart = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 })
  fc.assert(fc.property(chart, fc.array(fc.constantFrom(...keys), { maxLength: 40 }), (lengths, pressed) => {
    let place = { row: 0, cell: 0 }
    for (const key of pressed) {
      place = nextPlace(key, place, lengths) ?? place
      expect(place.row).toBeGreaterThanOrEqual(0)
      expect(place.row).toBeLessThan(lengths.length)
      expect(place.cell).toBeGreaterThanOrEqual(0)
      expect(place.cell).toBeLessThan(lengths[place.row] ?? 0)
    }
  }))
})

test('arrows go one further, Home and End to the ends of the row', () => {
  expect(nextPlace('ArrowDown', { row: 0, cell: 2 }, [3, 2])).toEqual({ row: 1, cell: 1 })
  expect(nextPlace('ArrowRight', { row: 0, cell: 1 }, [3, 2])).toEqual({ row: 0, cell: 2 })
  expect(nextPlace('End', { row: 0, cell: 0 }, [3, 2])).toEqual({ row: 0, cell: 2 })
  expect(nextPlace('Home', { row: 1, cell: 1 }, [3, 2])).toEqual({ row: 1, cell: 0 })
})

test('other keys are left to the page', () => {
  expect(nextPlace('Enter', { row: 0, cell: 0 }, [1])).toBeUndefined()
  expect(nextPlace('a', { row: 0, cell: 0 }, [1])).toBeUndefined()
})
