import { useMemo } from 'react'
import { measurePatchSchema } from '#shared/contract/measures.ts'
import type { MeasureFilter, MeasureRow, measureSortColumns } from '#shared/contract/measures.ts'
import { useClient } from '#renderer/app/connection.tsx'
import type { Register } from '#renderer/components/list/register.ts'

type Sort = { column: (typeof measureSortColumns)[number]; direction: 'asc' | 'desc' }

/** The register of control measures as the list page asks it. `filter` and `sort` are the same objects as long as they say the same. */
export function useMeasureRegister(filter: MeasureFilter, sort: Sort | undefined, name: 'measures' | 'overdue' | 'day'): Register<MeasureRow> {
  const { measures } = useClient()
  return useMemo(() => ({
    name,
    load: (range) => measures.list({ ...range, filter, ...(sort === undefined ? {} : { sort }) }),
    get: (id) => measures.get({ id }),
    save: (items) => measures.save({ items: items.map(({ id, revision, patch }) => ({ id, revision, patch: measurePatchSchema.parse(patch) })) }),
    withdraw: (ids) => measures.withdraw({ ids: [...ids] }),
    reinstate: (ids) => measures.reinstate({ ids: [...ids] }),
  }), [measures, filter, sort, name])
}
