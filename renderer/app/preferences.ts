import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useReducer } from 'react'
import type { z } from 'zod'
import { useApi, useClient } from './connection.tsx'

/** How long a preference waits for its next change before it is written, ms: dragging a column changes it many times. */
const settleTime = 300

type Json = z.infer<ReturnType<typeof z.json>>

// By key and outside of any component: a choice made just before its screen closes is still written.
const waiting = new Map<string, ReturnType<typeof setTimeout>>()

/**
 * A remembered choice of the person at this computer. The new value holds at once and is written soon after; a value
 * that does not fit the schema (from an older version, say) counts as not set.
 *
 * The query tells its observers a moment after the change. For a field that is typed into that is too late: React would
 * put the old text back in between, and a quick keystroke or a half-composed Chinese word would be lost. So the
 * component that sets is drawn again at once, from the store itself.
 */
export function usePreference<T extends Json>(key: string, schema: z.ZodType<T>, fallback: T): readonly [T, (value: T) => void] {
  const api = useApi()
  const client = useClient()
  const queries = useQueryClient()
  const [, drawNow] = useReducer((count: number) => count + 1, 0)
  useQuery(api.system.preferences.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  const stored = queries.getQueryData(api.system.preferences.queryKey())?.[key]
  const value = useMemo(() => {
    const read = schema.safeParse(stored)
    return read.success ? read.data : fallback
  }, [schema, stored, fallback])
  const set = useCallback((next: T) => {
    queries.setQueryData(api.system.preferences.queryKey(), (old) => ({ ...old, [key]: next }))
    drawNow()
    clearTimeout(waiting.get(key))
    waiting.set(key, setTimeout(() => {
      // A choice that could not be written still holds until the program ends; nobody is stopped in their work for it.
      client.system.setPreference({ key, value: next }).catch((error: unknown) => console.warn('preference was not kept', key, error))
    }, settleTime))
  }, [api, client, key, queries])
  return [value, set]
}
