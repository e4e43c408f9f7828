import { useMemo } from 'react'
import { powerPatchSchema } from '#shared/contract/powers.ts'
import type { PowerFilter, PowerRow, powerSortColumns } from '#shared/contract/powers.ts'
import { useClient } from '#renderer/app/connection.tsx'
import type { Register } from '#renderer/components/list/register.ts'

type Sort = { column: (typeof powerSortColumns)[number]; direction: 'asc' | 'desc' }

/** The register of powers as the list page asks it. `filter` and `sort` are the same objects as long as they say the same. */
export function usePowerRegister(filter: PowerFilter, sort: Sort | undefined): Register<PowerRow> {
  const { powers } = useClient()
  return useMemo(() => ({
    name: 'powers',
    load: (range) => powers.list({ ...range, filter, ...(sort === undefined ? {} : { sort }) }),
    get: (id) => powers.get({ id }),
    save: (items) => powers.save({ items: items.map(({ id, revision, patch }) => ({ id, revision, patch: powerPatchSchema.parse(patch) })) }),
    withdraw: (ids) => powers.withdraw({ ids: [...ids] }),
    reinstate: (ids) => powers.reinstate({ ids: [...ids] }),
  }), [powers, filter, sort])
}
