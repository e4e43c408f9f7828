import { useQueryClient } from '@tanstack/react-query'
import type { QueryKey } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { GridRow } from './grid-column.ts'

export interface ListPage<Row> { readonly total: number; readonly offset: number; readonly rows: readonly Row[] }

export type LoadRows<Row> = (range: { offset: number; limit: number }) => Promise<ListPage<Row>>

/** Where a grid's rows come from: a list of the register under one filter and order, fetched piece by piece. */
export interface RowSource<Row> {
  /** Of one block; the offset is its last part. */
  readonly blockKey: (offset: number) => QueryKey
  readonly load: LoadRows<Row>
  /** The row as it was last seen, wherever it was seen. */
  readonly known: (id: string) => Row | undefined
  readonly learn: (rows: readonly Row[]) => void
  /** Rows by their place in the list, fetched where they are not there yet; at most `limit` of them. */
  readonly between: (from: number, to: number) => Promise<Row[]>
  /** Puts changed rows in the place of the old ones without reading the list again, so that no row jumps away. */
  readonly replace: (rows: readonly Row[]) => void
}

/** The contract gives no more rows at once. */
const largestPage = 500

/** `query` tells one list from another; `load` is the same function as long as `query` is. */
export function useRowSource<Row extends GridRow>({ name, query, load }: { name: string; query: unknown; load: LoadRows<Row> }): RowSource<Row> {
  const queries = useQueryClient()
  const [known] = useState(() => new Map<string, Row>())
  const queryText = JSON.stringify(query)
  return useMemo(() => {
    const learn = (rows: readonly Row[]) => { for (const row of rows) known.set(row.id, row) }
    const loadAndLearn: LoadRows<Row> = async (range) => {
      const page = await load(range)
      learn(page.rows)
      return page
    }
    return {
      blockKey: (offset) => ['grid', name, queryText, offset],
      load: loadAndLearn,
      known: (id) => known.get(id),
      learn,
      between: async (from, to) => {
        const rows: Row[] = []
        while (rows.length < to - from + 1) {
          const offset = from + rows.length
          const page = await loadAndLearn({ offset, limit: Math.min(largestPage, to - offset + 1) })
          rows.push(...page.rows)
          if (page.rows.length === 0) break
        }
        return rows
      },
      replace: (rows) => {
        learn(rows)
        const changed = new Map(rows.map((row) => [row.id, row]))
        queries.setQueriesData<ListPage<Row>>({ queryKey: ['grid', name] }, (page) => page && { ...page, rows: page.rows.map((row) => changed.get(row.id) ?? row) })
      },
    }
  }, [queries, name, queryText, known, load])
}
