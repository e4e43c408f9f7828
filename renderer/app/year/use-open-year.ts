import { useState } from 'react'
import { useClient } from '#renderer/app/connection.tsx'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import type { LongWork } from '#renderer/components/use-long-work.ts'
import { useLooking } from './looking.tsx'

/** Has core put a frozen year together, then shows it. */
export function useOpenYear(): { readonly open: (year: number) => Promise<void>; readonly opening: number | undefined; readonly work: LongWork } {
  const client = useClient()
  const { look } = useLooking()
  const work = useLongWork()
  const [opening, setOpening] = useState<number>()
  const open = async (year: number) => {
    setOpening(year)
    const frozen = await work.run((signal) => client.years.open({ year }, { signal }))
    if (frozen !== undefined) look(frozen)
  }
  return { open, opening, work }
}
