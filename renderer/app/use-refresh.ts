import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useApi } from './connection.tsx'

/**
 * After a change: everything read from the register is read again when it is next shown. Preferences are kept; they
 * are changed by this page alone.
 */
export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient()
  const api = useApi()
  return useCallback(async () => {
    const preferences = JSON.stringify(api.system.preferences.queryKey())
    await queries.invalidateQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey) !== preferences })
  }, [queries, api])
}
