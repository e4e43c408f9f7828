import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { ConsistencyCheck } from '#shared/contract/consistency.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { readLongWork } from '#renderer/components/read-long-work.ts'

/** A run of the check over some departments, begun anew whenever something was changed; it can be stopped. */
export function useCheck(departmentIds: readonly string[]) {
  const client = useClient()
  const queries = useQueryClient()
  const [progress, setProgress] = useState<Progress>()
  const key = [['consistency', 'run'], { departmentIds }] as const
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: key,
    queryFn: async ({ signal }): Promise<ConsistencyCheck> => {
      const outcome = await readLongWork(await client.consistency.run({ departmentIds: [...departmentIds] }, { signal }), signal, setProgress)
      setProgress(undefined)
      if (outcome.stopped) throw new Error('stopped')
      return outcome.value
    },
    retry: false,
  })
  const stop = useCallback(() => { void queries.cancelQueries({ queryKey: [['consistency', 'run']] }) }, [queries])
  return { check: data, error, running: isFetching, progress, again: () => void refetch(), stop }
}
