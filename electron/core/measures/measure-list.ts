import { sql } from 'kysely'
import type { MeasureFilter } from '#shared/contract/measures.ts'
import type { measureSortColumns } from '#shared/contract/measures.ts'
import { containing, exactly, markedByYear, oneOf } from '../lists/filter-rules.ts'
import type { Condition, FilterRule } from '../lists/filter-rules.ts'
import type { ListKind } from '../lists/list-kind.ts'
import { throughDepartment, throughVocabulary } from '../lists/sort-rules.ts'
import { doneWithin } from './done-within.ts'
import { fallsDueAgainOn } from './falls-due-again.ts'

export type MeasureSortColumn = (typeof measureSortColumns)[number]

/** Dated, past its day and not done. Words for word the condition of the index over open dated measures. */
export const overdueOn = (today: string, dueOn: Condition = sql.ref('r.due_on'), progress: Condition = sql.ref('r.progress')): Condition =>
  sql`${dueOn} IS NOT NULL AND ${progress} <> 'done' AND ${dueOn} < ${today}`

const overdue: FilterRule<boolean> = {
  rows: (yes, { column, today }) => {
    const condition = overdueOn(today, column('due_on'), column('progress'))
    return yes ? condition : sql`NOT (${condition})`
  },
}

const servesPoint: FilterRule<string> = {
  rows: (riskPointId) => sql`r.id IN (SELECT measure_id FROM risk_point_measure WHERE risk_point_id = ${riskPointId})`,
}

/** The list of control measures: each filter and each sort is one line here. */
export const measureList: ListKind<MeasureFilter, MeasureSortColumn> = {
  table: 'control_measure',
  search: 'control_measure_text',
  totals: [
    { table: 'control_measure_total', columns: ['kind_code', 'progress', 'term', 'has_owner'], sum: 'measures' },
    { table: 'control_measure_department_total', columns: ['department_id'], sum: 'measures' },
  ],
  filters: {
    text: containing(),
    content: containing('content_text'),
    owner: containing('owner'),
    departmentIds: oneOf('department_id', 'department_id'),
    kindCodes: oneOf('kind_code', 'kind_code'),
    progress: oneOf('progress', 'progress'),
    terms: oneOf('term', 'term'),
    overdue,
    hasOwner: {
      rows: (yes, { column }) => (yes ? sql`(${column('owner')} IS NOT NULL OR ${column('owner_post_id')} IS NOT NULL)` : sql`(${column('owner')} IS NULL AND ${column('owner_post_id')} IS NULL)`),
      totals: { column: 'has_owner', where: (yes, kept) => sql`${kept} = ${Number(yes)}` },
    },
    ownerName: exactly('owner'),
    ownerPostIds: oneOf('owner_post_id'),
    frequencies: oneOf('frequency'),
    effectiveness: oneOf('effectiveness'),
    executed: { rows: (yes, { column }) => (yes ? sql`${column('execution_count')} > 0` : sql`${column('execution_count')} = 0`) },
    dueBetween: { rows: ({ from, to }, { column }) => sql`${column('due_on')} BETWEEN ${from} AND ${to}` },
    doneBetween: { rows: (days) => sql`r.id IN (SELECT id FROM (${doneWithin(days)}))` },
    plannedOn: { rows: (day, { column }) => fallsDueAgainOn(day, column) },
    riskPointId: servesPoint,
    yearMarks: markedByYear,
  },
  sorts: {
    number: { keys: [], within: ['kindCodes'] },
    department: { keys: ['progress'], blank: 'department_id', through: throughDepartment, within: ['departmentIds'] },
    kind: { keys: [], blank: 'kind_code', through: throughVocabulary('measure-kind', 'kind_code'), within: ['kindCodes'] },
    progress: { keys: ['progress', 'due_on'] },
    dueOn: { keys: ['due_on'], blank: 'due_on', within: ['progress', 'overdue', 'dueBetween'] },
    riskCount: { keys: ['risk_count'] },
  },
}
