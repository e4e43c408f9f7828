import { sql } from 'kysely'
import type { RiskFilter } from '#shared/contract/risks.ts'
import type { riskSortColumns } from '#shared/contract/risks.ts'
import { pendingStates } from '#shared/model/review/entry-states.ts'
import { containing, counted, exactly, marked, markedByYear, oneOf, present } from '../lists/filter-rules.ts'
import type { ListKind } from '../lists/list-kind.ts'
import { throughDepartment, throughVocabulary } from '../lists/sort-rules.ts'

export type RiskSortColumn = (typeof riskSortColumns)[number]

/** The list of risk points: each filter and each sort is one line here. */
export const riskList: ListKind<RiskFilter, RiskSortColumn> = {
  table: 'risk_point',
  search: 'risk_point_text',
  totals: [
    { table: 'risk_point_total', columns: ['category_code', 'grade_code', 'grading_stage', 'confirm_code', 'has_measure'], sum: 'points' },
    { table: 'risk_point_department_total', columns: ['department_id', 'grade_code'], sum: 'points' },
    { table: 'entry_total', columns: ['entry_state', 'department_id'], sum: 'points' },
    { table: 'risk_point_cell_total', columns: ['likelihood', 'consequence', 'grade_code'], sum: 'points' },
  ],
  filters: {
    text: containing(),
    manifestation: containing('manifestation'),
    powerName: containing('power_name'),
    powerId: exactly('power_id'),
    departmentIds: oneOf('department_id', 'department_id'),
    categoryCodes: oneOf('category_code', 'category_code'),
    gradeCodes: oneOf('grade_code', 'grade_code'),
    stages: oneOf('grading_stage', 'grading_stage'),
    toConfirm: present('confirm_code', { text: 'confirm_code' }),
    hasMeasure: counted('measure_count', 'has_measure'),
    likelihood: exactly('likelihood', 'likelihood'),
    consequence: exactly('consequence', 'consequence'),
    postIds: oneOf('post_id'),
    entryStates: oneOf('entry_state', 'entry_state'),
    reviewOverdue: { rows: (yes, { column, today }) => (yes ? sql`(${column('entry_due_on')} < ${today} AND ${column('entry_state')} IN (${sql.join(pendingStates)}))` : sql`NOT coalesce(${column('entry_due_on')} < ${today} AND ${column('entry_state')} IN (${sql.join(pendingStates)}), 0)`) },
    toReExamine: marked('to_re_examine'),
    expectedGrades: oneOf('expected_grade'),
    verifiedGrades: oneOf('verified_grade'),
    lowered: marked('entry_lowered'),
    askedRoles: oneOf('entry_asked'),
    yearMarks: markedByYear,
    gradeToConfirm: { rows: (yes, { column }) => sql`${column('grade_to_confirm')} = ${Number(yes)}` },
  },
  sorts: {
    number: { keys: [], within: ['powerId', 'gradeCodes'] },
    grade: { keys: ['grade_rank', 'grade_code'], blank: 'grade_rank', within: ['departmentIds', 'categoryCodes'] },
    category: { keys: ['grade_rank', 'grade_code'], blank: 'category_code', through: throughVocabulary('risk-category', 'category_code'), within: ['categoryCodes'] },
    department: { keys: ['grade_rank', 'grade_code'], blank: 'department_id', through: throughDepartment, within: ['departmentIds'] },
    measureCount: { keys: ['measure_count', 'grade_rank'] },
    updatedAt: { keys: ['updated_at'] },
    reviewDue: { keys: ['entry_due_on'], blank: 'entry_due_on' },
    reviewSince: { keys: ['entry_since'], blank: 'entry_since' },
  },
}
