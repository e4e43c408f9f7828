import { useMemo } from 'react'
import { riskPatchSchema } from '#shared/contract/risks.ts'
import type { RiskFilter, RiskRow, riskSortColumns } from '#shared/contract/risks.ts'
import { useClient } from '#renderer/app/connection.tsx'
import type { Register } from '#renderer/components/list/register.ts'

type Sort = { column: (typeof riskSortColumns)[number]; direction: 'asc' | 'desc' }

/** The register of risk points as the list page asks it. `filter` and `sort` are the same objects as long as they say the same. */
export function useRiskRegister(filter: RiskFilter, sort: Sort | undefined): Register<RiskRow> {
  const { risks } = useClient()
  return useMemo(() => ({
    name: 'risks',
    load: (range) => risks.list({ ...range, filter, ...(sort === undefined ? {} : { sort }) }),
    get: (id) => risks.get({ id }),
    save: (items) => risks.save({ items: items.map(({ id, revision, patch }) => ({ id, revision, patch: riskPatchSchema.parse(patch) })) }),
    withdraw: (ids) => risks.withdraw({ ids: [...ids] }),
    reinstate: (ids) => risks.reinstate({ ids: [...ids] }),
  }), [risks, filter, sort])
}
