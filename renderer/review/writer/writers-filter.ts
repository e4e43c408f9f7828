import type { RiskFilter } from '#shared/contract/risks.ts'
import type { RoleGrant } from '#shared/model/caller.ts'
import { permissionTable } from '#shared/model/permissions.ts'
import { writableStates } from '#shared/model/review/entry-states.ts'

/** Of a list, the part somebody may hand in: drafts and what was returned, in the departments he writes for; undefined: nothing. */
export function writersFilter(filter: RiskFilter, grants: readonly RoleGrant[]): RiskFilter | undefined {
  const reach = departmentsOf(grants)
  const departmentIds = reach === 'all' ? filter.departmentIds : filter.departmentIds?.filter((id) => reach.includes(id)) ?? reach
  const entryStates = writableStates.filter((state) => filter.entryStates === undefined || filter.entryStates.includes(state))
  if (departmentIds?.length === 0 || entryStates.length === 0) return undefined
  return { ...filter, entryStates, ...(departmentIds === undefined ? {} : { departmentIds }) }
}

function departmentsOf(grants: readonly RoleGrant[]): 'all' | string[] {
  const rows = permissionTable.filter(({ permission }) => permission === 'entry.submit')
  const writing = grants.filter(({ role }) => rows.some(({ roles }) => roles[role] !== undefined))
  if (writing.some(({ role, departments }) => departments === 'all' || rows.some(({ roles }) => roles[role] === 'organisation'))) return 'all'
  return [...new Set(writing.flatMap(({ departments }) => (departments === 'all' ? [] : departments)))]
}
