import { parseDate } from '../cells/parse-date.ts'
import type { FormDefinition } from '../forms/form-definition.ts'
import { forms } from '../forms/forms.ts'
import { joinedHeaders } from '../tables/header-row.ts'
import type { SheetGrid } from '../tables/sheet-grid.ts'
import { suggestMeanings } from './suggest-meanings.ts'
import type { ColumnSample, SuggestionSources } from './suggest-meanings.ts'

/** Rows below a header that are looked at to tell what its columns hold. */
const rowsLookedAt = 50
/** More columns than any real table has; those beyond are neither shown nor mapped. */
export const MOST_COLUMNS = 100
/** A header stands near the top. */
const rowsTried = 30
/** Cells of a header are short. */
const longestTitle = 60
const highestHeader = 3

/** Where a header ends that begins in this row: as far down as cells merged with it reach. */
export const headerEnd = (grid: SheetGrid, first: number): number =>
  Math.min(grid.lowestJoined(first), first + highestHeader - 1, grid.rowCount - 1)

/** The columns of a table by its header, with what stands below it. */
export function columnSamples(grid: SheetGrid, first: number, last: number): ColumnSample[] {
  const titles = joinedHeaders(grid, first, last).slice(0, MOST_COLUMNS)
  const rows = Array.from({ length: Math.max(0, Math.min(rowsLookedAt, grid.rowCount - last - 1)) }, (_, row) => grid.row(last + 1 + row))
  return titles.map((title, column) => ({ title, cells: rows.map((row) => row[column] ?? '') }))
}

/** How much of a row might be titles: short words, no numbers and no dates. */
function titlesIn(grid: SheetGrid, row: number): number {
  const texts = grid.ownTexts(row).slice(0, MOST_COLUMNS).map((text) => text.trim()).filter((text) => text !== '')
  const plausible = texts.every((text) => text.length <= longestTitle)
  return plausible ? texts.filter((text) => !/^[\d.%-]+$/u.test(text) && parseDate(text) === undefined).length : 0
}

/** The row in which the header most probably begins, counted from 0: the first of those that hold about as many titles as any. */
export function guessHeader(grid: SheetGrid): number {
  const counts = Array.from({ length: Math.min(rowsTried, grid.rowCount) }, (_, row) => titlesIn(grid, row))
  const most = Math.max(0, ...counts)
  return Math.max(0, counts.findIndex((count) => count > 1 && count >= most * 0.7))
}

/** The form that most probably is meant: the one whose columns are best suggested, required ones above all. */
export function guessForm(columns: readonly ColumnSample[], sources: (form: FormDefinition) => SuggestionSources): FormDefinition {
  const weighed = forms.map((form) => {
    const suggestions = [...suggestMeanings(form, columns, sources(form)).values()]
    const placed = new Set(suggestions.map(({ meaning }) => meaning))
    const missing = form.columns.filter(({ field, required }) => required === true && !placed.has(field)).length
    return { form, weight: suggestions.reduce((sum, { score }) => sum + score, 0) - 2 * missing }
  })
  return weighed.reduce((best, one) => (one.weight > best.weight ? one : best)).form
}
