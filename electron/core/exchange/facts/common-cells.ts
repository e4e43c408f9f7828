import { shortTextSchema } from '#shared/contract/lists.ts'
import { keyOf } from '#shared/model/text-key.ts'
import type { Field } from '../../workbooks/forms/form-definition.ts'
import { LONG_TERM, parseDate } from '../../workbooks/cells/parse-date.ts'
import { parseMixedGrade } from '../../workbooks/cells/parse-mixed-grade.ts'
import type { MeasureFields } from './facts.ts'
import { shortened } from './row-cells.ts'
import type { RowCells } from './row-cells.ts'
import type { Words } from './words.ts'

/** Only the fields that were filled. */
export function filled<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as Partial<T>
}

/** A cell of nothing but marks (—, /) names nothing. */
export const named = (text: string): string => (keyOf(text) === '' ? '' : text)

/** The department of a row: its cell, or the heading across the table under which it stands. */
export function departmentIn(cells: RowCells): string {
  const own = named(cells.value('department', shortTextSchema))
  return own === '' ? named(cells.held('department', cells.section, shortTextSchema)) : own
}

export const postIn = (cells: RowCells): string => named(cells.value('post', shortTextSchema))

/** A day; a cell that is none is left out and said so. */
export function dateIn(cells: RowCells, field: Field): string | undefined {
  const text = cells.text(field)
  if (text === '') return undefined
  const date = parseDate(text)
  if (date !== undefined && date !== LONG_TERM) return date
  cells.note('date.not-kept', field, { text: shortened(text) })
  return undefined
}

/** Until when a measure is to be done: a day, or for good. */
export function termIn(cells: RowCells, field: Field): Pick<MeasureFields, 'term' | 'dueOn'> | undefined {
  const text = cells.text(field)
  if (parseDate(text) === LONG_TERM) return { term: 'long-term', dueOn: null }
  const dueOn = dateIn(cells, field)
  return dueOn === undefined ? undefined : { term: 'dated', dueOn }
}

export function flagIn(cells: RowCells, field: Field, { yesNo }: Words): boolean | undefined {
  const answer = cells.wordIfKnown(field, yesNo)
  return answer === undefined ? undefined : answer === 'yes'
}

/** The grade of a single risk point; `1高` says the same as 高. */
export function gradeIn(cells: RowCells, field: Field, { grade }: Words): string | undefined {
  const text = cells.text(field)
  if (text === '') return undefined
  const plain = grade.read(text)
  if (plain !== undefined) return plain
  const [only, ...more] = parseMixedGrade(text) ?? []
  const counted = only?.count === 1 && more.length === 0 ? grade.read(only.word) : undefined
  if (counted === undefined) cells.refuse(more.length > 0 || (only?.count ?? 0) > 1 ? 'grade.mixed' : 'grade.unknown', field, { word: shortened(text), accepted: grade.accepted })
  return counted
}
