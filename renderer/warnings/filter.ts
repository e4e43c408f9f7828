import type { WarningFilter } from '#shared/contract/warnings.ts'
import type { WarningsSearch } from './search.ts'

/** The filter an address stands for. */
export const filterOf = ({ view, state, level, rule, source, department, overdue, cleared, power, riskPoint }: WarningsSearch): WarningFilter => ({
  view: view ?? 'open',
  ...(state === undefined ? {} : { states: state }),
  ...(level === undefined ? {} : { levels: level }),
  ...(rule === undefined ? {} : { rules: rule }),
  ...(source === undefined ? {} : { sources: source }),
  ...(department === undefined ? {} : { departmentIds: department }),
  ...(overdue === true ? { overdue } : {}),
  ...(cleared === true ? { cleared } : {}),
  ...(power === undefined ? {} : { powerId: power }),
  ...(riskPoint === undefined ? {} : { riskPointId: riskPoint }),
})

/** Whether anything but the open ones as a whole is asked for. */
export const isFiltered = (search: WarningsSearch): boolean => Object.entries(filterOf(search)).some(([name, value]) => (name === 'view' ? value !== 'open' : value !== undefined))
