import { useQueries } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { failureOf } from '#renderer/app/failure.ts'
import type { Failure } from '#renderer/app/failure.ts'
import { blockOffsets, blockSize, rowAt } from './blocks.ts'
import type { GridRow } from './grid-column.ts'
import type { ListPage, RowSource } from './row-source.ts'

export interface VisibleRows<Row> {
  /** undefined until the first answer. */
  readonly total: number | undefined
  readonly at: (index: number) => Row | undefined
  /** Every row in sight is there and current. */
  readonly ready: boolean
  readonly failure: Failure | undefined
  readonly retry: () => void
}

/** The rows in sight, block by block; the first block is always held, for the total. */
export function useVisibleRows<Row extends GridRow>(source: RowSource<Row>, first: number, last: number): VisibleRows<Row> {
  const offsets = useMemo(() => [...new Set([0, ...blockOffsets(first, last)])], [first, last])
  const results = useQueries({
    queries: offsets.map((offset) => ({
      queryKey: source.blockKey(offset),
      queryFn: () => source.load({ offset, limit: blockSize }),
      // While a new filter is on its way the old rows of the same place stay in sight instead of a blink of nothing.
      placeholderData: (page: ListPage<Row> | undefined) => (page?.offset === offset ? page : undefined),
    })),
  })
  const blocks = useMemo(() => byOffset(results), [results])
  const at = useCallback((index: number) => rowAt(blocks, index), [blocks])
  const failed = results.find(({ error }) => error !== null)
  return {
    total: newest(results)?.total,
    at,
    ready: results.every(({ data, isPlaceholderData }) => data !== undefined && !isPlaceholderData),
    failure: failed === undefined ? undefined : failureOf(failed.error),
    retry: () => { for (const result of results) void result.refetch() },
  }
}

function byOffset<Row>(results: readonly UseQueryResult<ListPage<Row>>[]): Map<number, readonly Row[]> {
  return new Map(results.flatMap(({ data }) => (data === undefined ? [] : [[data.offset, data.rows] as const])))
}

function newest<Row>(results: readonly UseQueryResult<ListPage<Row>>[]): ListPage<Row> | undefined {
  return results.filter(({ data }) => data !== undefined).toSorted((a, b) => b.dataUpdatedAt - a.dataUpdatedAt)[0]?.data
}
