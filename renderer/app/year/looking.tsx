import { useQueryClient } from '@tanstack/react-query'
import type { Query } from '@tanstack/react-query'
import { createContext, use, useCallback, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { FrozenYearRow } from '#shared/contract/years.ts'
import { useLookAt } from '#renderer/app/connection.tsx'
import { useAllowed } from '#renderer/app/session/allowed.ts'

interface Looking {
  /** The frozen year that is looked at; undefined for today's register. */
  readonly year: FrozenYearRow | undefined
  readonly look: (year: FrozenYearRow | undefined) => void
}

const LookingContext = createContext<Looking>({ year: undefined, look: () => undefined })

/**
 * Which year the screens of the person signed in show; whoever comes next begins with today's register. What was read of
 * one year is never shown for another.
 */
export function LookingProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient()
  const lookAt = useLookAt()
  const [year, setYear] = useState<FrozenYearRow>()
  const look = useCallback((next: FrozenYearRow | undefined) => {
    lookAt(next?.year)
    queries.removeQueries({ predicate: isOfOneYear })
    setYear(next)
  }, [lookAt, queries])
  useEffect(() => () => lookAt(undefined), [lookAt])
  return <LookingContext value={useMemo(() => ({ year, look }), [year, look])}>{children}</LookingContext>
}

/** Who is signed in, how he likes his screens and which years there are do not depend on the year looked at. */
const ofEveryYear = new Set(['system', 'people', 'years'])
const isOfOneYear = ({ queryKey: [path] }: Query): boolean => !(Array.isArray(path) && ofEveryYear.has(String(path[0])))

export const useLooking = (): Looking => use(LookingContext)

/** Whether nothing can be changed here: a frozen year is shown, or the person may not. */
export function useReadOnly(): boolean {
  const allowed = useAllowed()
  return useLooking().year !== undefined || !allowed
}

/** What changes the register: absent where nothing can be changed. */
export function Editing({ children }: { children: ReactNode }) {
  return useReadOnly() ? null : children
}
