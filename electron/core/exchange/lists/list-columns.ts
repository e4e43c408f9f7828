import type { Locale } from '#shared/model/labels.ts'
import type { Field, FormCode, FormDefinition } from '../../workbooks/forms/form-definition.ts'
import { columnTitle } from '../column-titles.ts'

/** One column of an exported list: the field under which it is known again, and how wide it is shown. */
export interface ListColumn { readonly field: Field; readonly width: number }

/** Cells of one row by field; a field left out is blank. */
export type ListRow = Partial<Record<Field, string>>

/** How a list is laid out; read again, it is taken for a table of `form`. */
export interface ListLayout {
  readonly form: FormCode
  readonly columns: readonly ListColumn[]
}

const columns = (...all: readonly (readonly [Field, number])[]): ListColumn[] => all.map(([field, width]) => ({ field, width }))

export const powerLayout: ListLayout = {
  form: 'power-catalogue-a',
  columns: columns(
    ['serial', 7], ['code', 14], ['type', 14], ['name', 36], ['subItem', 18], ['legalBasis', 44], ['exercisedBy', 18], ['department', 16], ['post', 14],
    ['statutoryLimit', 10], ['promisedLimit', 10], ['feeBasis', 18], ['publicity', 16], ['discretion', 10], ['remarks', 24], ['codeScheme', 14], ['benchmarkNo', 18],
    ['benchmarkDate', 14], ['responsibilities', 36], ['accountability', 36], ['steps', 24], ['threeMajors', 10], ['pastCase', 10],
  ),
}

export const riskLayout: ListLayout = {
  form: 'risk-survey',
  columns: columns(
    ['serial', 7], ['department', 16], ['post', 14], ['code', 14], ['name', 32], ['subItem', 16], ['step', 10], ['category', 12], ['title', 18], ['manifestation', 44],
    ['grade', 10], ['likelihood', 10], ['consequence', 10], ['existingRules', 30], ['measures', 44], ['sharedMeasures', 30], ['directOwner', 14], ['departmentHead', 14],
    ['responsibleLeader', 14], ['pastCase', 10], ['confirm', 20], ['expectedGrade', 12], ['verifiedGrade', 12],
  ),
}

export const measureLayout: ListLayout = {
  form: 'measure-list',
  columns: columns(
    ['serial', 9], ['department', 16], ['measure', 44], ['measureKind', 12], ['responsible', 14], ['ownerDepartment', 16], ['ownerPost', 14],
    ['dueDate', 12], ['frequency', 10], ['rhythmFrom', 12], ['progress', 10], ['doneOn', 12], ['lastExecuted', 12], ['executions', 10], ['effectiveness', 10], ['daysLate', 10], ['remarks', 24],
    ['code', 14], ['name', 32], ['subItem', 16], ['manifestation', 44], ['basis', 12],
  ),
}

export const titlesOf = ({ columns: all }: ListLayout, form: FormDefinition, locale: Locale): string[] => all.map(({ field }) => columnTitle(form, field, locale))
