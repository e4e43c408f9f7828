import { useCallback, useState } from 'react'
import type { Comparison } from '#shared/contract/years.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import type { LongWork } from '#renderer/components/use-long-work.ts'

/** Has core compare, and keeps what it found. */
export function useComparison(): { readonly comparison: Comparison | undefined; readonly compare: (from: number, to: number | null) => Promise<void>; readonly work: LongWork } {
  const client = useClient()
  const work = useLongWork()
  const { run } = work
  const [comparison, setComparison] = useState<Comparison>()
  const compare = useCallback(async (from: number, to: number | null) => {
    const found = await run((signal) => client.years.compare({ from, to }, { signal }))
    if (found !== undefined) setComparison(found)
  }, [client, run])
  return { comparison, compare, work }
}
