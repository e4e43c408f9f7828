import type { z } from 'zod'
import type { manualMappingSchema, ReadAs, SheetReading as ShownSheet } from '#shared/contract/exchange.ts'
import type { Locale } from '#shared/model/labels.ts'
import type { Core } from '../../core.ts'
import type { Actor } from '../../database/database.ts'
import { headerKey } from '../../workbooks/forms/header-key.ts'
import type { FormRecognition } from '../../workbooks/forms/recognise-form.ts'
import { decisionOn } from '../../workbooks/forms/map-columns.ts'
import { findTables } from '../../workbooks/tables/find-tables.ts'
import type { SheetReading, Table, TableRow } from '../../workbooks/tables/sheet-reading.ts'
import type { Sheet, Workbook } from '../../workbooks/workbook.ts'
import { placeOrders } from '../layouts/place-orders.ts'
import type { PlacedOrder } from '../layouts/place-orders.ts'
import { rememberLayouts } from '../layouts/remember-layout.ts'
import { fingerprintOf, knownLayouts, readLayouts } from '../layouts/stored-layouts.ts'
import type { StoredLayout } from '../layouts/stored-layouts.ts'
import { suggestionSources } from '../layouts/suggestion-sources.ts'
import { decisionsFor, rememberedMappings, rememberMappings } from './column-mappings.ts'
import type { Remembered } from './column-mappings.ts'

interface SheetsOrder {
  core: Core
  actor: Actor
  workbook: Workbook
  fileName: string
  mapping: z.infer<typeof manualMappingSchema>
  readAs: readonly ReadAs[]
  locale: Locale
}

/** The tables of every sheet, by what people decided about columns and headers just now and before. */
export async function readSheets({ core, actor, workbook, fileName, mapping, readAs, locale }: SheetsOrder): Promise<{ sheets: ShownSheet[]; tables: Table[] }> {
  const remembered = await rememberedMappings(core.database.read)
  const layouts = await readLayouts(core.database.read)
  const orders = await ordersIn(layouts)
  // The other sheets of a workbook mostly look like the one that was spoken of.
  const known = knownLayouts([...layouts, ...orders.map(({ layout }) => layout)])
  const readings = workbook.sheets.map((sheet, index) => readSheet(sheet, index))
  await rememberMappings(core, actor, readings.flatMap((reading) => newDecisions(reading)))
  await rememberLayouts(core, actor, orders.filter(({ remember }) => remember).map(({ layout }) => layout))
  const ids = new Map((readAs.length === 0 ? layouts : await readLayouts(core.database.read)).map(({ fingerprint, id }) => [fingerprint, id]))
  const layoutOf = (table: Table): string | undefined => ids.get(fingerprintOf(table.headerRows.last - table.headerRows.first + 1, table.titles))
  return { sheets: readings.flatMap((reading, index) => shownSheets(reading, { index, layoutOf })), tables: readings.flatMap(({ tables }) => tables) }

  async function ordersIn(stored: readonly StoredLayout[]): Promise<PlacedOrder[]> {
    if (readAs.length === 0) return []
    const sources = await suggestionSources(core.database.read, stored, locale)
    return placeOrders(readAs, { workbook, fileName, locale, sources })
  }

  function readSheet(sheet: Sheet, index: number): SheetReading {
    const now = decisionsFor(mapping, sheet.name)
    const placed = orders.filter(({ sheetIndex }) => sheetIndex === index).map((order) => order.placed)
    return findTables(sheet, (form) => ({ ...remembered.get(form), ...now }), { placed, known })
  }

  function newDecisions({ sheet, tables }: SheetReading): Remembered[] {
    const now = decisionsFor(mapping, sheet)
    return tables.filter(({ by }) => by === 'form').flatMap(({ headers, recognition }) => headers.flatMap((header) => {
      const decision = decisionOn(header, now)
      return decision === undefined ? [] : [{ form: recognition.form.code, header: headerKey(header), decision }]
    }))
  }
}

/** Where the sheet stands in the workbook, and under which id the way a header is read was remembered. */
interface Shown { index: number; layoutOf: (table: Table) => string | undefined }

/** One entry for each table; one for a sheet without any. */
function shownSheets({ sheet, tables, leftOut }: SheetReading, { index, layoutOf }: Shown): ShownSheet[] {
  const left = leftOut.map(({ row, reasonCode }) => ({ row: row ?? null, code: reasonCode }))
  if (tables.length === 0) return [{ sheet, sheetIndex: index, formCode: null, headerRow: null, headerFirst: null, by: null, layoutId: null, keepsAbove: false, rows: 0, columns: [], fields: [], leftOut: left }]
  return tables.map((table, place) => ({
    ...shownTable(table, place === 0 ? left : []), sheetIndex: index, layoutId: table.by === 'form' ? null : (layoutOf(table) ?? null),
  }))
}

function shownTable({ sheet, headers, titles, headerRows, recognition, by, keepsAbove, rows }: Table, leftOut: ShownSheet['leftOut']): Omit<ShownSheet, 'sheetIndex' | 'layoutId'> {
  return {
    sheet,
    formCode: recognition.form.code,
    headerRow: headerRows.last,
    headerFirst: headerRows.first,
    by,
    keepsAbove,
    rows: rows.length,
    columns: headers.flatMap((header, index) => (titles[index] === '' && recognition.mapping[index] === undefined ? [] : [{ index, header, ...meaningOf(recognition, index), samples: samplesOf(rows, index) }])),
    fields: recognition.form.columns.map(({ field }) => field),
    leftOut,
  }
}

/** What a column was taken for. One that is neither mapped nor a factor nor unknown was put aside by a decision. */
function meaningOf({ mapping, factors, unknown }: FormRecognition, index: number) {
  const field = mapping[index] ?? null
  const isFactor = factors[index] !== undefined
  return { field, isFactor, isIgnored: field === null && !isFactor && !unknown.includes(index) }
}

const samplesShown = 3
const sampleLength = 40

/** The first different values of a column, short enough to stand in a table. */
function samplesOf(rows: readonly TableRow[], column: number): string[] {
  const samples = new Set<string>()
  for (const { cells } of rows) {
    const text = (cells[column] ?? '').replaceAll(/\s+/gu, ' ').trim()
    if (text !== '') samples.add([...text].length > sampleLength ? `${[...text].slice(0, sampleLength - 1).join('')}…` : text)
    if (samples.size === samplesShown) break
  }
  return [...samples]
}
