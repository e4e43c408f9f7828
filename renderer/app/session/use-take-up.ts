import { useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { localeSchema } from '#renderer/app/language.ts'

/** For whom a page has been made ready; kept per store of what was read. */
const takenUp = new WeakMap<QueryClient, string | null>()

/** Whether the page is ready for this person; the first one it learns of always is. */
export function isTakenUp(queries: QueryClient, personId: string | null): boolean {
  if (!takenUp.has(queries)) takenUp.set(queries, personId)
  return takenUp.get(queries) === personId
}

/**
 * After somebody has signed in or out: what was read for the one before is forgotten, his preferences give way to the
 * other's, and the page asks who is there now.
 */
export function useTakeUp(): () => Promise<void> {
  const queries = useQueryClient()
  const api = useApi()
  const client = useClient()
  const { i18n } = useTranslation()
  return useCallback(async () => {
    const preferences = await client.system.preferences()
    const locale = localeSchema.safeParse(preferences['language'])
    if (locale.success && locale.data !== i18n.language) await i18n.changeLanguage(locale.data)
    const me = await client.people.me()
    takenUp.set(queries, me.person?.id ?? null)
    queries.removeQueries({ predicate: ({ queryKey }) => ![api.people.me.queryKey(), api.system.preferences.queryKey()].some((kept) => JSON.stringify(kept) === JSON.stringify(queryKey)) })
    queries.setQueryData(api.system.preferences.queryKey(), preferences)
    queries.setQueryData(api.people.me.queryKey(), me)
  }, [queries, api, client, i18n])
}
