import type { z } from 'zod'
import type { manualMappingSchema, SheetReading as ShownSheet } from '#shared/contract/exchange.ts'
import type { Core } from '../../core.ts'
import type { Actor } from '../../database/database.ts'
import { headerKey } from '../../workbooks/forms/header-key.ts'
import type { FormRecognition } from '../../workbooks/forms/recognise-form.ts'
import { decisionOn } from '../../workbooks/forms/map-columns.ts'
import { findTables } from '../../workbooks/tables/find-tables.ts'
import type { SheetReading, Table, TableRow } from '../../workbooks/tables/sheet-reading.ts'
import type { Sheet, Workbook } from '../../workbooks/workbook.ts'
import { decisionsFor, rememberedMappings, rememberMappings } from './column-mappings.ts'
import type { Remembered } from './column-mappings.ts'

interface SheetsOrder { core: Core; actor: Actor; workbook: Workbook; mapping: z.infer<typeof manualMappingSchema> }

/** The tables of every sheet, by what people decided about columns just now and before. */
export async function readSheets({ core, actor, workbook, mapping }: SheetsOrder): Promise<{ sheets: ShownSheet[]; tables: Table[] }> {
  const remembered = await rememberedMappings(core.database.read)
  const readings = workbook.sheets.map((sheet) => readSheet(sheet))
  await rememberMappings(core, actor, readings.flatMap((reading) => newDecisions(reading)))
  return { sheets: readings.flatMap((reading) => shownSheets(reading)), tables: readings.flatMap(({ tables }) => tables) }

  function readSheet(sheet: Sheet): SheetReading {
    const now = decisionsFor(mapping, sheet.name)
    return findTables(sheet, (form) => ({ ...remembered.get(form), ...now }))
  }

  function newDecisions({ sheet, tables }: SheetReading): Remembered[] {
    const now = decisionsFor(mapping, sheet)
    return tables.flatMap(({ headers, recognition }) => headers.flatMap((header) => {
      const decision = decisionOn(header, now)
      return decision === undefined ? [] : [{ form: recognition.form.code, header: headerKey(header), decision }]
    }))
  }
}

/** One entry for each table; one for a sheet without any. */
function shownSheets({ sheet, tables, leftOut }: SheetReading): ShownSheet[] {
  const left = leftOut.map(({ row, reasonCode }) => ({ row: row ?? null, code: reasonCode }))
  if (tables.length === 0) return [{ sheet, formCode: null, headerRow: null, rows: 0, columns: [], fields: [], leftOut: left }]
  return tables.map((table, index) => shownTable(table, index === 0 ? left : []))
}

function shownTable({ sheet, headers, headerRows, recognition, rows }: Table, leftOut: ShownSheet['leftOut']): ShownSheet {
  return {
    sheet,
    formCode: recognition.form.code,
    headerRow: headerRows.last,
    rows: rows.length,
    columns: headers.flatMap((header, index) => (header === '' ? [] : [{ index, header, ...meaningOf(recognition, index), samples: samplesOf(rows, index) }])),
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
