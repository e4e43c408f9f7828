import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CalendarCount, MeasureRow } from '#shared/contract/measures.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { monthSheet } from './month.ts'

export interface Month extends ReturnType<typeof monthSheet> {
  readonly ready: boolean
  readonly failed: unknown
  readonly counts: ReadonlyMap<string, CalendarCount>
  /** The first measures that wait on each day; a long month is told by its counts. */
  readonly waiting: ReadonlyMap<string, readonly MeasureRow[]>
  readonly holidays: ReadonlyMap<string, { readonly kind: 'off' | 'worked'; readonly name: string }>
}

/** What a month shows: counts for every day of its sheet, and the measures that wait. */
export function useMonth(month: string, departmentIds: readonly string[]): Month {
  const api = useApi()
  const sheet = useMemo(() => monthSheet(month), [month])
  const { from, to } = sheet
  const counts = useQuery(api.measures.calendar.queryOptions({ input: { from, to, departmentIds: [...departmentIds] }, placeholderData: keepPreviousData }))
  const waiting = useQuery(api.measures.list.queryOptions({
    input: { limit: 500, filter: { dueBetween: { from, to }, progress: ['planned', 'in-force'], departmentIds: [...departmentIds] }, sort: { column: 'dueOn', direction: 'asc' } }, placeholderData: keepPreviousData,
  }))
  const calendar = useQuery(api.review.calendar.queryOptions())
  return useMemo(() => ({
    ...sheet,
    ready: counts.data !== undefined && !counts.isPlaceholderData && waiting.data !== undefined,
    failed: counts.error ?? waiting.error,
    counts: new Map((counts.data ?? []).map((count) => [count.day, count])),
    waiting: Map.groupBy(waiting.data?.rows ?? [], ({ dueOn }) => dueOn ?? ''),
    holidays: new Map((calendar.data ?? []).map(({ day, kind, name }) => [day, { kind, name }])),
  }), [sheet, counts.data, counts.isPlaceholderData, counts.error, waiting.data, waiting.error, calendar.data])
}
