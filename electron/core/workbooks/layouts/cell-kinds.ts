import { keyOf } from '#shared/model/text-key.ts'
import { parseDate } from '../cells/parse-date.ts'
import { parseMixedGrade } from '../cells/parse-mixed-grade.ts'
import type { FormColumn } from '../forms/form-definition.ts'

/** What the cells of a column look like. */
export type CellKind = 'serial' | 'number' | 'date' | 'grade' | 'category' | 'powerType' | 'measureKind' | 'department'

/** Tells the organisation's own words. */
export type KnownWords = Readonly<Record<Exclude<CellKind, 'serial' | 'number' | 'date'>, (text: string) => boolean>>

/** So many of the filled cells must be of a kind for the column to be. */
const MOST = 0.6

/** A word of a scale or a vocabulary, a number or a date is never longer. */
const longestWord = 60

const number = /^-?\d{1,12}(?:\.\d{1,6})?$/u

const isGrade = (text: string, words: KnownWords): boolean =>
  words.grade(text) || (parseMixedGrade(text)?.every(({ word }) => words.grade(word)) ?? false)

/** Whole numbers, each one more than the one before, as rows are numbered. */
function isSerial(texts: readonly string[]): boolean {
  const numbers = texts.map((text) => (/^\d{1,7}$/u.test(text) ? Number(text) : Number.NaN))
  return numbers.length > 1 && numbers.every((value, place) => place === 0 || value === (numbers[place - 1] ?? 0) + 1)
}

/** What kinds the filled cells of a column are of, in the order in which they stand. */
export function kindsOf(cells: readonly string[], words: KnownWords): ReadonlySet<CellKind> {
  const texts = cells.map((cell) => (cell.length > longestWord ? '' : cell.trim()))
  const filled = cells.filter((cell) => cell.trim() !== '').length
  const most = (is: (text: string) => boolean): boolean => filled > 0 && texts.filter((text) => keyOf(text) !== '' && is(text)).length >= filled * MOST
  const kinds = {
    serial: isSerial(texts.filter((text) => text !== '')),
    number: most((text) => number.test(text)),
    date: most((text) => parseDate(text) !== undefined),
    grade: most((text) => isGrade(text, words)),
    category: most(words.category),
    powerType: most(words.powerType),
    measureKind: most(words.measureKind),
    department: most(words.department),
  } satisfies Record<CellKind, boolean>
  return new Set(Object.entries(kinds).flatMap(([kind, is]) => (is ? [kind as CellKind] : [])))
}

/** What the cells of a field look like, where that can be told. */
export function expectedKind({ field, kind }: FormColumn): CellKind | undefined {
  switch (kind) {
    case 'date': return 'date'
    case 'grade': return 'grade'
    case 'count': return 'number'
    default:
  }
  switch (field) {
    case 'serial': return 'serial'
    case 'department': return 'department'
    case 'category': return 'category'
    case 'type': return 'powerType'
    case 'measureKind': return 'measureKind'
    default: return undefined
  }
}
