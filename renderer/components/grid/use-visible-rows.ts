import { useQueries } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
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

interface Held<Row> { readonly mark: string; readonly list: string; readonly blocks: ReadonlyMap<number, readonly Row[]>; readonly total: number | undefined }

const nothing = { mark: '', list: '', blocks: new Map<number, never[]>(), total: undefined }

/** The rows in sight, block by block; the first block is always held, for the total. */
export function useVisibleRows<Row extends GridRow>(source: RowSource<Row>, first: number, last: number): VisibleRows<Row> {
  const offsets = useMemo(() => [...new Set([0, ...blockOffsets(first, last)])], [first, last])
  const results = useQueries({ queries: offsets.map((offset) => ({ queryKey: source.blockKey(offset), queryFn: () => source.load({ offset, limit: blockSize }) })) })
  const blocks = useMemo(() => byOffset(results), [results])
  const list = JSON.stringify(source.blockKey(0))
  const ready = results.every(({ data }) => data !== undefined)
  // While another filter is on its way the rows of the last one stay in sight instead of a blink of nothing.
  const [held, setHeld] = useState<Held<Row>>(nothing)
  const mark = `${list} ${results.map(({ dataUpdatedAt }) => dataUpdatedAt).join(' ')}`
  const total = newest(results)?.total
  if (ready && held.mark !== mark) setHeld({ mark, list, blocks, total })
  const before = total === undefined && held.list !== list ? held : undefined
  const at = useCallback((index: number) => rowAt(before?.blocks ?? blocks, index), [blocks, before])
  const failed = results.find(({ error }) => error !== null)
  return {
    total: total ?? before?.total,
    at,
    ready,
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
