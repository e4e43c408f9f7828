import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useReducer } from 'react'
import type { z } from 'zod'
import type { ContractClient } from '#shared/contract/index.ts'
import { useApi, useClient } from './connection.tsx'
import { createPacedWrites } from './paced-writes.ts'

type Json = z.infer<ReturnType<typeof z.json>>

// One for each connection and outside of any component: a choice made just before its screen closes is still written.
const writers = new WeakMap<ContractClient, ReturnType<typeof createPacedWrites<Json>>>()

function writerOf(client: ContractClient): ReturnType<typeof createPacedWrites<Json>> {
  const known = writers.get(client)
  if (known !== undefined) return known
  const writer = createPacedWrites<Json>((key, value) => client.system.setPreference({ key, value }))
  globalThis.addEventListener('pagehide', () => void writer.flush())
  writers.set(client, writer)
  return writer
}

/** Writes at once what was chosen last; for the moment before somebody else takes over, and after a lock that let nothing through. */
export const flushPreferences = async (client: ContractClient): Promise<void> => writers.get(client)?.flush()

/**
 * A remembered choice of the person at this computer. The new value holds at once and is written soon after; a value
 * that does not fit the schema (from an older version, say) counts as not set.
 *
 * The query tells its observers a moment after the change. For a field that is typed into that is too late: React would
 * put the old text back in between, and a quick keystroke or a half-composed Chinese word would be lost. So the
 * component that sets is drawn again at once, from the store itself.
 */
export function usePreference<T extends Json>(key: string, schema: z.ZodType<T>, fallback: T): readonly [T, (value: T | ((old: T) => T)) => void] {
  const api = useApi()
  const client = useClient()
  const queries = useQueryClient()
  const [, drawNow] = useReducer((count: number) => count + 1, 0)
  useQuery(api.system.preferences.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  const stored = queries.getQueryData(api.system.preferences.queryKey())?.[key]
  const value = useMemo(() => readAs(schema, stored, fallback), [schema, stored, fallback])
  const set = useCallback((change: T | ((old: T) => T)) => {
    const now = queries.getQueryData(api.system.preferences.queryKey())?.[key]
    const next = typeof change === 'function' ? change(readAs(schema, now, fallback)) : change
    queries.setQueryData(api.system.preferences.queryKey(), (old) => ({ ...old, [key]: next }))
    drawNow()
    writerOf(client).set(key, next)
  }, [api, client, key, queries, schema, fallback])
  return [value, set]
}

function readAs<T>(schema: z.ZodType<T>, stored: unknown, fallback: T): T {
  const read = schema.safeParse(stored)
  return read.success ? read.data : fallback
}
