import { QueryClient } from '@tanstack/react-query'

/**
 * What the page has read. Core is on the same computer: requests are never held back for want of a network, and an
 * error is an answer that a second try would only repeat.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false, staleTime: 30_000 },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
