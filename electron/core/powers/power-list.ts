import type { PowerFilter } from '#shared/contract/powers.ts'
import type { powerSortColumns } from '#shared/contract/powers.ts'
import { containing, counted, markedByYear, oneOf, present } from '../lists/filter-rules.ts'
import type { ListKind } from '../lists/list-kind.ts'
import { throughDepartment, throughVocabulary } from '../lists/sort-rules.ts'

export type PowerSortColumn = (typeof powerSortColumns)[number]

/** The power catalogue: each filter and each sort is one line here. */
export const powerList: ListKind<PowerFilter, PowerSortColumn> = {
  table: 'power',
  search: 'power_text',
  totals: [
    { table: 'power_total', columns: ['type_code', 'discretion', 'has_benchmark', 'has_risk', 'has_step'], sum: 'powers' },
    { table: 'power_department_total', columns: ['department_id'], sum: 'powers' },
  ],
  filters: {
    text: containing(),
    name: containing('name'),
    code: containing('code'),
    departmentIds: oneOf('department_id', 'department_id'),
    typeCodes: oneOf('type_code', 'type_code'),
    discretion: oneOf('discretion', 'discretion'),
    hasRisk: counted('risk_count', 'has_risk'),
    hasBenchmark: present('benchmark_no', { flag: 'has_benchmark' }),
    hasSteps: counted('step_count', 'has_step'),
    yearMarks: markedByYear,
  },
  sorts: {
    number: { keys: [], within: ['typeCodes'] },
    code: { keys: ['code'], blank: 'code' },
    name: { keys: ['name'] },
    type: { keys: [], blank: 'type_code', through: throughVocabulary('power-type', 'type_code'), within: ['typeCodes'] },
    department: { keys: ['type_code'], blank: 'department_id', through: throughDepartment, within: ['departmentIds'] },
    riskCount: { keys: ['risk_count'] },
    updatedAt: { keys: ['updated_at'] },
  },
}
