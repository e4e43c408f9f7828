import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import { crossFoot, type Figures } from '#shared/model/cross-foot.ts'

test('a list that gives 182 powers while its types add up to 183 is found', () => {
  const powers: Figures = {
    code: 'powers',
    total: 182,
    partitions: [
      { code: 'type', parts: { licence: 61, penalty: 92, other: 30 } },
      { code: 'department', parts: { approvals: 80, enforcement: 102 } },
    ],
  }
  expect(crossFoot([powers])).toEqual([{ figures: 'powers', in: 'type', expected: 182, actual: 183 }])
})

test('754 risk points = 143 + 231 + 380 foot', () => {
  expect(crossFoot([{ code: 'risk-points', total: 754, partitions: [{ code: 'grade', parts: { high: 143, medium: 231, low: 380 } }] }])).toEqual([])
})

const movement = (cancelled: number): Figures => ({
  code: 'risk-points',
  total: 40,
  partitions: [{ code: 'movement', parts: { 'last-year': 38, new: 5, cancelled } }],
})

test('a movement between years foots with what was cancelled counted off', () => {
  expect(crossFoot([movement(-3)])).toEqual([])
  expect(crossFoot([movement(3)])).toHaveLength(1)
})

test('a count that could not be made never passes for a sum', () => {
  expect(crossFoot([{ code: 'powers', total: Number.NaN, partitions: [{ code: 'type', parts: { licence: Number.NaN } }] }])).toHaveLength(1)
})

test('an empty register foots, and a partition without parts adds up to nothing', () => {
  expect(crossFoot([{ code: 'powers', total: 0, partitions: [{ code: 'type', parts: {} }] }])).toEqual([])
  expect(crossFoot([{ code: 'powers', total: 2, partitions: [{ code: 'type', parts: {} }] }])).toHaveLength(1)
})

const categoryByGrade = (cells: [string, string, number][]): Figures => ({
  code: 'risk-points',
  total: 6,
  partitions: [
    { code: 'category', parts: { process: 4, duty: 2 } },
    { code: 'grade', parts: { high: 3, low: 3 } },
  ],
  crossTables: [
    { code: 'category-by-grade', rows: 'category', columns: 'grade', cells: cells.map(([row, column, count]) => ({ row, column, count })) },
  ],
})

describe('a table of category × grade', () => {
  it('foots in its sum, its rows and its columns', () => {
    expect(crossFoot([categoryByGrade([['process', 'high', 2], ['process', 'low', 2], ['duty', 'high', 1], ['duty', 'low', 1]])])).toEqual([])
    expect(crossFoot([categoryByGrade([['process', 'high', 3], ['process', 'low', 1], ['duty', 'low', 2]])])).toEqual([])
  })

  it('is found wrong in the very row and column, with both numbers, even where its sum is right', () => {
    expect(crossFoot([categoryByGrade([['process', 'high', 3], ['duty', 'high', 1], ['duty', 'low', 2]])])).toEqual([
      { figures: 'risk-points', in: 'category-by-grade', part: { partition: 'category', code: 'process' }, expected: 4, actual: 3 },
      { figures: 'risk-points', in: 'category-by-grade', part: { partition: 'category', code: 'duty' }, expected: 2, actual: 3 },
      { figures: 'risk-points', in: 'category-by-grade', part: { partition: 'grade', code: 'high' }, expected: 3, actual: 4 },
      { figures: 'risk-points', in: 'category-by-grade', part: { partition: 'grade', code: 'low' }, expected: 3, actual: 2 },
    ])
  })

  it('is found wrong by a row that no partition knows', () => {
    const stray = categoryByGrade([['process', 'high', 3], ['process', 'low', 1], ['duty', 'low', 1], ['elsewhere', 'low', 1]])
    expect(crossFoot([stray]).map(({ part, expected, actual }) => [part?.code, expected, actual])).toEqual([
      ['duty', 2, 1],
      ['elsewhere', 0, 1],
    ])
  })
})

const tally = (names: string[]) => {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Object.fromEntries(counts)
}

const figuresOf = (points: { row: string; column: string }[]): Figures => ({
  code: 'points',
  total: points.length,
  partitions: [
    { code: 'row', parts: tally(points.map(({ row }) => row)) },
    { code: 'column', parts: tally(points.map(({ column }) => column)) },
  ],
  crossTables: [{ code: 'table', rows: 'row', columns: 'column', cells: points.map((point) => ({ ...point, count: 1 })) }],
})

describe('for any register', () => {
  const anyPoints = fc.array(fc.record({ row: fc.constantFrom('a', 'b', 'c', '__proto__'), column: fc.constantFrom('x', 'y', '2') }), { maxLength: 40 })

  it('figures counted from the same points foot', () => {
    fc.assert(fc.property(anyPoints, (points) => crossFoot([figuresOf(points)]).length === 0))
  })

  it('one changed cell is always found, in its own row and column', () => {
    fc.assert(
      fc.property(anyPoints.filter((points) => points.length > 0), fc.nat(), fc.integer({ min: 1, max: 9 }), (points, pick, more) => {
        const figures = figuresOf(points)
        const at = pick % points.length
        const crossTables = figures.crossTables?.map((table) => ({
          ...table,
          cells: table.cells.map((cell, index) => (index === at ? { ...cell, count: cell.count + more } : cell)),
        }))
        const found = crossFoot([{ ...figures, crossTables: crossTables ?? [] }])
        expect(found.map(({ part }) => part?.code)).toEqual([undefined, points[at]?.row, points[at]?.column])
        expect(found.every(({ expected, actual }) => actual === expected + more)).toBe(true)
      }),
    )
  })
})
