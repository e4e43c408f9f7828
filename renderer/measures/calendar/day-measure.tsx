import { useQuery } from '@tanstack/react-query'
import type { MeasureRow } from '#shared/contract/measures.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useRowSource } from '#renderer/components/grid/index.ts'
import { useChanges } from '#renderer/components/list/use-changes.ts'
import { useMeasureRegister } from '../measure-register.ts'
import { MeasurePanel } from '../panel/measure-panel.tsx'
import { dayParts, filterOf } from './day-parts.ts'

const everything = {}

interface Props { readonly id: string; readonly day: string | undefined; readonly departmentIds: readonly string[]; readonly onOpen: (id: string) => void; readonly onClose: () => void }

/** A measure of the calendar, beside it; the arrows step through the day it was opened from. */
export function DayMeasure({ id, day, departmentIds, onOpen, onClose }: Props) {
  const register = useMeasureRegister(everything, undefined, 'day')
  const source = useRowSource<MeasureRow>({ name: 'day', query: everything, load: register.load })
  const changes = useChanges(register, source)
  const ids = useDayIds(day, departmentIds)
  const step = (by: 1 | -1) => {
    const next = ids[ids.indexOf(id) + by]
    if (ids.includes(id) && next !== undefined) onOpen(next)
  }
  return <MeasurePanel id={id} changes={changes} source={source} onClose={onClose} onStep={step} onOpen={onOpen} />
}

/** The first measures of a day, in the order in which it lists them. */
function useDayIds(day: string | undefined, departmentIds: readonly string[]): readonly string[] {
  const client = useClient()
  const { data } = useQuery({
    queryKey: ['grid', 'day-order', day, ...departmentIds], enabled: day !== undefined,
    queryFn: async () => {
      const parts = await Promise.all(dayParts.filter((part) => part !== 'overdue').map((part) => client.measures.list({ filter: filterOf(part, day ?? '', departmentIds), limit: 500 })))
      return [...new Set(parts.flatMap(({ rows }) => rows.map((row) => row.id)))]
    },
  })
  return data ?? []
}
