import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/app/connection.tsx'
import { Freeze } from '#renderer/reports/year-state.tsx'

/** Freezing the year that is being worked in, with the same questions as beside its report. */
export function FreezeYear({ year }: { year: number }) {
  const api = useApi()
  const [today] = useState(() => new Date())
  const { data } = useQuery(api.reports.check.queryOptions({ input: { year } }))
  return data === undefined ? null : <Freeze year={year} check={data} over={year < today.getFullYear()} />
}
