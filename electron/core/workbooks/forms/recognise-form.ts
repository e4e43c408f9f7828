import type { Field, FormDefinition } from './form-definition.ts'
import { forms } from './forms.ts'
import { LEVEL_MARK } from './header-key.ts'
import { decisionOn, mapColumns, type ManualMapping } from './map-columns.ts'

/** What the columns of a table mean. Columns are counted from 0. */
export interface FormRecognition {
  form: FormDefinition
  mapping: Record<number, Field>
  /** Columns nothing is known about: to be mapped by hand, or ignored. */
  unknown: number[]
  /** Required fields without a column. */
  missing: Field[]
  /** Columns read as factors of a grading method, with the factor's name. */
  factors: Record<number, string>
  /** Share of the columns understood, from 0 to 1. */
  score: number
}

/** Two header words in common happen by chance (序号, 备注); three in one row do not. */
const LEAST_COLUMNS = 3
/** A row of which most is unknown is no header of that form. */
const LEAST_SHARE = 0.34

function lowestLevel(header: string): string {
  return header.split(LEVEL_MARK).at(-1)?.trim() ?? header
}

/** Of a form with free factors, the unknown columns between the risk point and the total. */
function factorColumns(form: FormDefinition, headers: readonly string[], mapping: Record<number, Field>): Record<number, string> {
  if (form.freeFactors !== true) return {}
  const columns = Object.entries(mapping)
  const first = Number(columns.find(([, field]) => field === 'manifestation')?.[0] ?? headers.length)
  const last = Number(columns.find(([, field]) => field === 'total')?.[0] ?? -1)
  const names = headers.map((header, column) => [column, lowestLevel(header)] as const)
  return Object.fromEntries(names.filter(([column, name]) => column > first && column < last && name !== '' && mapping[column] === undefined))
}

/**
 * Reads the columns of a table by a chosen form, with what a person decided about some of them.
 *
 * @param headers the joined header of every column, '' where a column has none
 */
export function applyMapping(form: FormDefinition, headers: readonly string[], manual: ManualMapping): FormRecognition {
  const considered = headers.map((header) => (decisionOn(header, manual) === 'ignore' ? '' : header))
  const mapping = mapColumns(form, considered, manual)
  const factors = factorColumns(form, considered, mapping)
  const named = [...considered.keys()].filter((column) => (considered[column] ?? '').trim() !== '')
  const mapped = new Set(Object.values(mapping))
  const understood = named.filter((column) => mapping[column] !== undefined || factors[column] !== undefined)
  return {
    form,
    mapping,
    factors,
    unknown: named.filter((column) => mapping[column] === undefined && factors[column] === undefined),
    missing: form.columns.filter((column) => column.required === true && !mapped.has(column.field)).map((column) => column.field),
    score: named.length === 0 ? 0 : understood.length / named.length,
  }
}

/** Better is: more columns understood, then more of the form itself present; a missing required column costs two. */
function weight(found: FormRecognition): number {
  const count = Object.keys(found.mapping).length
  return count - 2 * found.missing.length + count / (found.form.columns.length + 1)
}

function plausible(found: FormRecognition): boolean {
  const count = Object.keys(found.mapping).length
  return count >= LEAST_COLUMNS && found.score >= LEAST_SHARE && found.missing.length < count
}

/**
 * The known form whose columns these are, in any order and in Chinese or English.
 *
 * A form may be recognised although a required column is missing: the person importing can then map an unknown one to it.
 *
 * @returns undefined where the headers are those of no known form
 */
export function recogniseForm(headers: readonly string[]): FormRecognition | undefined {
  const candidates = forms.map((form) => applyMapping(form, headers, {})).filter((found) => plausible(found))
  return candidates.toSorted((a, b) => weight(b) - weight(a))[0]
}
