import type { ReadAs } from '#shared/contract/exchange.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { separatorOf } from '../facts/words.ts'
import type { Locale } from '#shared/model/labels.ts'
import type { FormDefinition } from '../../workbooks/forms/form-definition.ts'
import { formOf } from '../../workbooks/forms/forms.ts'
import { columnSamples, headerEnd } from '../../workbooks/layouts/guess-layout.ts'
import type { Meaning, PlacedReading } from '../../workbooks/layouts/layout.ts'
import { LONGEST_TITLE, titleKey } from '../../workbooks/layouts/layout.ts'
import { shownTitles } from '../../workbooks/layouts/shown-titles.ts'
import { suggestMeanings } from '../../workbooks/layouts/suggest-meanings.ts'
import type { SuggestionSources } from '../../workbooks/layouts/suggest-meanings.ts'
import { joinedHeaders } from '../../workbooks/tables/header-row.ts'
import { SheetGrid } from '../../workbooks/tables/sheet-grid.ts'
import type { Sheet, Workbook } from '../../workbooks/workbook.ts'
import { columnTitle } from '../column-titles.ts'
import type { LayoutToKeep } from './remember-layout.ts'
import { fingerprintOf, meaningSchema } from './stored-layouts.ts'

/** What was said about a header, where it stands, and how one like it is known. */
export interface PlacedOrder {
  readonly sheetIndex: number
  readonly placed: PlacedReading
  readonly layout: LayoutToKeep
  /** Whether it holds for more than this file. */
  readonly remember: boolean
}

interface Placing {
  readonly workbook: Workbook
  readonly fileName: string
  readonly locale: Locale
  readonly sources: (form: FormDefinition) => SuggestionSources
}

/** Header rows beyond this are no header any more. */
const mostLevels = 3

/**
 * Finds the headers that somebody spoke of.
 * @throws Refusal `import.sheet-unknown`, `import.sheet-needed`, `import.header-outside`, `import.header-blank`,
 * `import.unknown-field`, `import.field-twice`, `import.columns-unplaced`, `import.fields-unplaced`
 */
export function placeOrders(orders: readonly ReadAs[], placing: Placing): PlacedOrder[] {
  return orders.map((order) => placeOrder(order, placing))
}

function placeOrder(order: ReadAs, placing: Placing): PlacedOrder {
  const sheetIndex = findSheet(order.sheet, placing)
  const sheet = placing.workbook.sheets[sheetIndex]
  if (sheet === undefined) throw new Error('a sheet that was found is not there')
  const grid = new SheetGrid(sheet)
  const place = headerOf(order, grid)
  const titles = joinedHeaders(grid, place.first, place.last)
  if (titles.every((title) => title === '')) throw new Refusal('import.header-blank', { row: place.first + 1 })
  const form = formOf(order.form)
  const meanings = order.columns === null ? suggested(order, { form, grid, ...place }, placing) : stated(order.columns, form, placing.locale)
  const placed = { form, meanings, keepsAbove: order.keepsAbove, ...place }
  return { sheetIndex, placed, layout: layoutOf({ placed, titles, grid, fileName: placing.fileName, sheet }), remember: order.remember }
}

const isBlank = ({ rows }: Sheet): boolean => rows.every((row) => row.every((text) => text.trim() === ''))

function findSheet(wanted: ReadAs['sheet'], { workbook: { sheets }, locale }: Placing): number {
  const names = (some: readonly Sheet[]): string => some.slice(0, 20).map(({ name }) => name.slice(0, 100)).join(separatorOf(locale))
  if (typeof wanted === 'number' && wanted < sheets.length) return wanted
  if (wanted === null) {
    const filled = sheets.filter((sheet) => !sheet.hidden && !isBlank(sheet))
    const [only] = filled
    if (only === undefined || filled.length > 1) throw new Refusal('import.sheet-needed', { sheets: names(filled.length === 0 ? sheets : filled) })
    return sheets.indexOf(only)
  }
  const found = sheets.findIndex(({ name }) => name === wanted)
  if (found < 0) throw new Refusal('import.sheet-unknown', { sheet: String(wanted), sheets: names(sheets) })
  return found
}

function headerOf({ headerFirst, headerLast }: ReadAs, grid: SheetGrid): { first: number; last: number } {
  const first = headerFirst - 1
  if (first >= grid.rowCount) throw new Refusal('import.header-outside', { row: headerFirst, rows: grid.rowCount })
  const last = headerLast === null ? headerEnd(grid, first) : headerLast - 1
  if (last < first || last >= grid.rowCount || last - first >= mostLevels) throw new Refusal('import.header-outside', { row: last + 1, rows: grid.rowCount })
  return { first, last }
}

/** @throws Refusal `import.unknown-field`, `import.field-twice` */
function stated(columns: NonNullable<ReadAs['columns']>, form: FormDefinition, locale: Locale): Map<number, Meaning> {
  const meanings = new Map<number, Meaning>()
  const taken = new Set<Meaning>()
  for (const { index, meaning: given } of columns) {
    const { data: meaning } = meaningSchema.safeParse(given)
    const allowed = meaning === 'ignore' || (meaning === 'factor' ? form.freeFactors === true : form.columns.some(({ field }) => field === meaning))
    if (meaning === undefined || !allowed) throw new Refusal('import.unknown-field', { field: given })
    if (meaning !== 'ignore' && meaning !== 'factor' && taken.has(meaning)) throw new Refusal('import.field-twice', { field: columnTitle(form, meaning, locale) })
    taken.add(meaning)
    meanings.set(index, meaning)
  }
  return meanings
}

interface Header { readonly form: FormDefinition; readonly grid: SheetGrid; readonly first: number; readonly last: number }

/** What is suggested for every column, where nobody is there to be asked. @throws Refusal `import.columns-unplaced`, `import.fields-unplaced` */
function suggested({ ignored }: ReadAs, { form, grid, first, last }: Header, { sources, locale }: Placing): Map<number, Meaning> {
  const samples = columnSamples(grid, first, last)
  const meanings = new Map<number, Meaning>([...suggestMeanings(form, samples, sources(form))].map(([column, { meaning }]) => [column, meaning]))
  const left = new Set(ignored.map((title) => titleKey(title)))
  const shown = shownTitles(samples.map(({ title }) => title))
  for (const [column, { title }] of samples.entries()) if (left.has(titleKey(title)) || left.has(titleKey(shown[column] ?? ''))) meanings.set(column, 'ignore')
  const join = (names: readonly string[]): string => names.join(separatorOf(locale))
  const unplaced = [...samples.entries()].filter(([column, { cells }]) => !meanings.has(column) && cells.some((cell) => cell.trim() !== '')).map(([column]) => shown[column] ?? '')
  const placed = new Set(meanings.values())
  const lacking = form.columns.filter(({ field, required }) => required === true && !placed.has(field)).map(({ field }) => columnTitle(form, field, locale))
  if (lacking.length > 0) throw new Refusal('import.fields-unplaced', { fields: join(lacking), columns: unplaced.length === 0 ? '—' : join(unplaced) })
  if (unplaced.length > 0) throw new Refusal('import.columns-unplaced', { columns: join(unplaced) })
  return meanings
}

interface Keeping { readonly placed: PlacedReading; readonly titles: readonly string[]; readonly grid: SheetGrid; readonly fileName: string; readonly sheet: Sheet }

function layoutOf({ placed: { form, meanings, keepsAbove, first, last }, titles, grid, fileName, sheet }: Keeping): LayoutToKeep {
  const levels = last - first + 1
  const opening = grid.row(first).find((text) => text.trim() !== '') ?? ''
  const columns = [...meanings].filter(([index]) => index < titles.length).toSorted(([a], [b]) => a - b)
    .map(([index, meaning]) => ({ index, title: (titles[index] ?? '').slice(0, LONGEST_TITLE).toWellFormed(), meaning }))
  return { fingerprint: fingerprintOf(levels, titles), opening: titleKey(opening.slice(0, LONGEST_TITLE)), levels, form: form.code, keepsAbove, columns, fileName, sheet: sheet.name }
}
