import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockOffsets, blockSize, rowAt } from '#renderer/components/grid/blocks.ts'

describe('blocks of rows', () => {
  test('every row in sight lies in exactly one of the blocks that are fetched', () => {
    fc.assert(fc.property(fc.nat(99_999), fc.nat(60), (first, more) => {
      const offsets = blockOffsets(first, first + more)
      for (let index = first; index <= first + more; index++) {
        expect(offsets.filter((offset) => offset <= index && index < offset + blockSize)).toHaveLength(1)
      }
    }))
  })

  test('no block is fetched that holds no row in sight', () => {
    expect(blockOffsets(0, 40)).toEqual([0])
    expect(blockOffsets(99, 100)).toEqual([0, 100])
    expect(blockOffsets(50_000, 50_040)).toEqual([50_000])
  })

  test('a row is found by its place, and one that is not there yet is not', () => {
    const blocks = new Map([[100, ['a', 'b']]])
    expect(rowAt(blocks, 101)).toBe('b')
    expect(rowAt(blocks, 102)).toBeUndefined()
    expect(rowAt(blocks, 0)).toBeUndefined()
  })
})
