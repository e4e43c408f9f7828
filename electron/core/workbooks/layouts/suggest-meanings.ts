import { headerKey } from '../forms/header-key.ts'
import type { Field, FormColumn, FormDefinition } from '../forms/form-definition.ts'
import { expectedKind, kindsOf } from './cell-kinds.ts'
import type { CellKind, KnownWords } from './cell-kinds.ts'
import type { Meaning } from './layout.ts'
import { titleKey } from './layout.ts'
import { titleHints } from './title-hints.ts'
import { comparedKeys, keyLikeness, LEAST_LIKENESS } from './title-likeness.ts'

/** A column as far as it tells what it holds. */
export interface ColumnSample {
  readonly title: string
  /** Its first cells below the header, in order. */
  readonly cells: readonly string[]
}

/** What a suggestion rests on. */
export type SuggestionReason = 'remembered' | 'title' | 'similar' | 'contents'

export interface Suggestion { readonly meaning: Meaning; readonly reason: SuggestionReason; readonly score: number }

/** What people said before of columns of this form with such a title, by titleKey. */
export type RememberedMeanings = ReadonlyMap<string, Meaning>

export interface SuggestionSources { readonly words: KnownWords; readonly remembered: RememberedMeanings }

interface Name { readonly key: string; readonly isHint: boolean }

const namesByForm = new Map<FormDefinition, ReadonlyMap<Field, readonly Name[]>>()

function namesOf(form: FormDefinition): ReadonlyMap<Field, readonly Name[]> {
  const known = namesByForm.get(form)
  if (known !== undefined) return known
  const names = new Map(form.columns.map(({ field, aliases }) => [field, [
    ...aliases.map((alias) => ({ key: headerKey(alias), isHint: false })),
    ...(titleHints[field] ?? []).map((hint) => ({ key: headerKey(hint), isHint: true })),
  ]]))
  namesByForm.set(form, names)
  return names
}

/** A title that is spelt as the form spells it; without remarks it counts a little less, its lowest level alone still less. */
const exactScores = [1, 0.97, 0.93]
/** What a title that only resembles a name weighs at most. */
const SIMILAR = 0.85
const FITS = 0.25
const CONTRADICTS = 0.35
/** Of two columns with like titles the filled one is meant; merged titles leave empty ones behind. */
const EMPTY = 0.1
/** What cells alone are worth, by how seldom they mislead. */
const CONTENT_ALONE: Readonly<Record<CellKind, number>> = { grade: 0.62, category: 0.6, powerType: 0.6, measureKind: 0.6, department: 0.6, serial: 0.55, date: 0.5, number: 0 }
const LEAST_SCORE = 0.48

function titleScore(keys: readonly string[], names: readonly Name[]): { score: number; exact: boolean } {
  let score = 0
  for (const [rank, key] of keys.entries()) {
    for (const { key: name, isHint } of names) {
      if (key === name && !isHint) return { score: exactScores[rank] ?? 0.93, exact: true }
      const likeness = isHint && !key.includes(name) ? 0 : keyLikeness(key, name)
      if (likeness >= LEAST_LIKENESS) score = Math.max(score, likeness * SIMILAR)
    }
  }
  return { score, exact: false }
}

interface Look { readonly column: number; readonly key: string; readonly keys: readonly string[]; readonly kinds: ReadonlySet<CellKind>; readonly isFilled: boolean }

function judge(look: Look, column: FormColumn, { names, lonely }: { names: readonly Name[]; lonely: ReadonlySet<CellKind> }): Suggestion | undefined {
  const expected = expectedKind(column)
  const fits = expected !== undefined && look.kinds.has(expected)
  const { score: likeness, exact } = titleScore(look.keys, names)
  const score = likeness - (look.isFilled || likeness === 0 ? 0 : EMPTY)
  const meaning = column.field
  if (exact) return { meaning, reason: 'title', score: score + (fits ? FITS : 0) }
  // A column of a kind that contradicts is no such column, however alike the titles; an empty one contradicts nothing, and
  // a department nobody has entered yet is one all the same.
  const contradicts = expected !== undefined && !fits && look.isFilled && expected !== 'department'
  if (score > 0) return { meaning, reason: 'similar', score: score + (fits ? FITS : contradicts ? -CONTRADICTS : 0) }
  return fits && lonely.has(expected) ? { meaning, reason: 'contents', score: CONTENT_ALONE[expected] } : undefined
}

/** Kinds of cells that only one field of the form can have: only these tell the field by themselves. */
function lonelyKinds(form: FormDefinition): ReadonlySet<CellKind> {
  const kinds = form.columns.flatMap((column) => expectedKind(column) ?? [])
  return new Set(kinds.filter((kind) => kinds.indexOf(kind) === kinds.lastIndexOf(kind) && CONTENT_ALONE[kind] > 0))
}

/**
 * What each column of a table probably holds when it is read as this form: as people said before, by its title, by what
 * its title resembles, by its cells. Each field is suggested for one column only, the likeliest.
 *
 * @returns by column, counted from 0; a column of which nothing can be said is not in it
 */
export function suggestMeanings(form: FormDefinition, columns: readonly ColumnSample[], { words, remembered }: SuggestionSources): ReadonlyMap<number, Suggestion> {
  const looks = columns.map(({ title, cells }, column): Look =>
    ({ column, key: titleKey(title), keys: comparedKeys(title), kinds: kindsOf(cells, words), isFilled: cells.some((cell) => cell.trim() !== '') }))
  const names = namesOf(form)
  const lonely = lonelyKinds(form)
  const candidates = looks.flatMap((look) => {
    const said = look.key === '' ? undefined : remembered.get(look.key)
    if (said !== undefined) return [{ look, suggestion: { meaning: said, reason: 'remembered', score: 2 } as const satisfies Suggestion }]
    return form.columns.flatMap((column) => {
      const suggestion = judge(look, column, { names: names.get(column.field) ?? [], lonely })
      return suggestion === undefined || suggestion.score < LEAST_SCORE ? [] : [{ look, suggestion }]
    })
  })
  const found = new Map<number, Suggestion>()
  const taken = new Set<Meaning>()
  for (const { look, suggestion } of candidates.toSorted((a, b) => b.suggestion.score - a.suggestion.score || a.look.column - b.look.column)) {
    const { meaning } = suggestion
    if (found.has(look.column) || taken.has(meaning)) continue
    found.set(look.column, suggestion)
    if (meaning !== 'ignore' && meaning !== 'factor') taken.add(meaning)
  }
  for (const [column, suggestion] of factorsBetween(form, looks, found)) found.set(column, suggestion)
  return found
}

/** Of a form with free factors, the columns of numbers between the risk point and the total. */
function factorsBetween(form: FormDefinition, looks: readonly Look[], found: ReadonlyMap<number, Suggestion>): [number, Suggestion][] {
  if (form.freeFactors !== true) return []
  const columnOf = (field: Field): number | undefined => [...found].find(([, { meaning }]) => meaning === field)?.[0]
  const [first, last] = [columnOf('manifestation'), columnOf('total')]
  if (first === undefined || last === undefined) return []
  return looks.filter(({ column, key, kinds }) => column > first && column < last && key !== '' && kinds.has('number') && !found.has(column))
    .map(({ column }) => [column, { meaning: 'factor', reason: 'contents', score: LEAST_SCORE }])
}
