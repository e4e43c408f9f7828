import type { Contract } from '#shared/contract/index.ts'
import type { Handlers } from '../registration.ts'
import { compareYears } from './compare-years.ts'
import { currentYear } from './current-year.ts'
import { differences } from './differences.ts'
import { exportComparison } from './export-comparison.ts'
import { frozenYear, listFrozenYears } from './frozen-list.ts'
import { openYear } from './frozen-years.ts'
import { startYear } from './start-year.ts'

export const yearsHandlers: Handlers<Contract['years']> = {
  current: (_input, { core }) => currentYear(core),
  frozen: (_input, { core }) => listFrozenYears(core.database.read),
  open: async function* ({ year }, { core, actor }) {
    yield* openYear(core, actor, year)
    return frozenYear(core.database.read, year)
  },
  start: ({ year }, { core, actor }) => startYear(core, actor, year),
  compare: (input, { core, actor }) => compareYears(core, actor, input),
  compareRows: (input, { core }) => differences(core, input),
  exportComparison: (input, { core }) => exportComparison(core, input),
}
