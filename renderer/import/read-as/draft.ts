import type { ColumnSuggestions, ReadAs, SheetHead, SheetReading } from '#shared/contract/exchange.ts'
import { meaningOf } from './orders.ts'

/** What is being chosen about a header. Rows counted from 1. */
export interface Draft {
  readonly form: ReadAs['form']
  readonly headerFirst: number
  readonly headerLast: number
  /** What was chosen for columns, '' for nothing; the others are as suggested. */
  readonly chosen: Readonly<Record<number, string>>
  readonly keepsAbove: boolean
  readonly remember: boolean
}

export const mostLevels = 3

/** Where choosing begins: with the table as it was read, or with what the sheet most probably is. */
export function firstDraft(reading: SheetReading, { guess }: SheetHead): Draft {
  if (reading.formCode === null || reading.headerFirst === null || reading.headerRow === null) return { ...guess, chosen: {}, keepsAbove: false, remember: true }
  // A table somebody has spoken of begins with his words; one that its form recognised, with fresh suggestions.
  const said = reading.by === 'form' ? [] : reading.columns.map((column) => [column.index, meaningOf(column) ?? ''] as const)
  return {
    form: reading.formCode, headerFirst: reading.headerFirst, headerLast: reading.headerRow, chosen: Object.fromEntries(said),
    keepsAbove: reading.by !== 'form' && reading.keepsAbove, remember: reading.by === 'form' || reading.layoutId !== null,
  }
}

/** Another form or another header means other columns: what was chosen about them falls. */
export const withForm = (draft: Draft, form: Draft['form']): Draft => (form === draft.form ? draft : { ...draft, form, chosen: {} })

export const withHeader = (draft: Draft, headerFirst: number, headerLast: number): Draft => ({ ...draft, headerFirst, headerLast, chosen: {} })

/** What each column will be read as, by its place; a column nothing is known of is not in it. */
export function meaningsOf({ chosen }: Draft, { columns }: ColumnSuggestions): ReadonlyMap<number, string> {
  const taken = new Set(Object.values(chosen))
  return new Map(columns.flatMap(({ index, meaning }) => {
    // What was chosen for one column is no longer suggested for another.
    const said = chosen[index] ?? (meaning !== null && (isShared(meaning) || !taken.has(meaning)) ? meaning : '')
    return said === '' ? [] : [[index, said] as const]
  }))
}

/** Any number of columns may be factors or left out; a field belongs to one. */
const isShared = (meaning: string): boolean => meaning === 'ignore' || meaning === 'factor'

/** Chooses for a column; the column that had the field before has nothing any more. */
export function withChoice(draft: Draft, suggestions: ColumnSuggestions, { index, meaning }: { index: number; meaning: string }): Draft {
  const before = [...meaningsOf(draft, suggestions)].filter(([other, said]) => other !== index && said === meaning && !isShared(said))
  return { ...draft, chosen: { ...draft.chosen, ...Object.fromEntries(before.map(([other]) => [other, ''])), [index]: meaning } }
}

/** Fields without which the table would not be read. */
export function lackingFields(meanings: ReadonlyMap<number, string>, { fields }: ColumnSuggestions): string[] {
  const placed = new Set(meanings.values())
  return fields.filter(({ field, required }) => required && !placed.has(field)).map(({ field }) => field)
}

export const orderFrom = ({ form, headerFirst, headerLast, keepsAbove, remember }: Draft, sheet: number, meanings: ReadonlyMap<number, string>): ReadAs =>
  ({ sheet, form, headerFirst, headerLast, keepsAbove, remember, ignored: [], columns: [...meanings].map(([index, meaning]) => ({ index, meaning })) })
