import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { ImportIssue, ImportPlan, manualMappingSchema, PlannedChange, ReadAs, SheetReading as ShownSheet } from '#shared/contract/exchange.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import type { Locale } from '#shared/model/labels.ts'
import type { Core } from '../../core.ts'
import type { Actor } from '../../database/database.ts'
import { reporting } from '../../long-work.ts'
import type { Report } from '../../long-work.ts'
import { mergeMeasure } from '../draft/merge-measures.ts'
import { mergePower } from '../draft/merge-power.ts'
import { mergeRisk } from '../draft/merge-risk.ts'
import type { Merging } from '../draft/merging.ts'
import type { Facts, Place } from '../facts/facts.ts'
import { readRows, tableIssues } from '../facts/read-table.ts'
import type { RowReading } from '../facts/read-table.ts'
import { shortened } from '../facts/row-cells.ts'
import type { RowCells } from '../facts/row-cells.ts'
import { keepHeads } from '../layouts/sheet-heads.ts'
import { lookupsOf } from '../standing/lookups.ts'
import { demandOrganisation, readSettings } from '../standing/read-settings.ts'
import { readStanding } from '../standing/read-standing.ts'
import type { FormCode } from '../../workbooks/forms/form-definition.ts'
import type { Table } from '../../workbooks/tables/sheet-reading.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import { lastEntry } from './last-entry.ts'
import { keepPlan } from './plan-store.ts'
import { changesOf, inOrderOfWeight, summaryOf } from './preview.ts'
import type { RefusedRow } from './preview.ts'
import { rowsOutside } from './reach.ts'
import type { Reach } from './reach.ts'
import { readingFile } from './read-file.ts'
import { readSheets } from './read-sheets.ts'
import { sheetIssues } from './sheet-issues.ts'
import { settleDraft } from './settle-draft.ts'

export interface ImportOrder {
  readonly file: File
  readonly mapping: z.infer<typeof manualMappingSchema>
  /** Headers somebody said how to read; none where it is left out. */
  readonly readAs?: readonly ReadAs[]
  /** The language of labels inside the plan. */
  readonly locale: Locale
  /** Which departments whoever imports may write; everything where it is left out. */
  readonly reach?: Reach
}

/** The page gets this many issues and changes; the totals say how many there are. */
const shownAtMost = 2000

/** Rows between two chances for other work. */
const breath = 250

/**
 * Reads a file and works out what importing it would do. Changes nothing except remembering what was said by hand about columns and headers.
 * @throws Refusal `organisation.missing`, `import.unknown-field`, and those of `placeOrders`; UnreadableWorkbook
 */
export async function* planImport(core: Core, actor: Actor, { file, ...order }: ImportOrder): AsyncGenerator<Progress, ImportPlan, void> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const workbook = yield* readingFile(bytes, file.name)
  const fileHash = createHash('sha256').update(bytes).digest('hex')
  return yield* planWorkbook(core, actor, { ...order, workbook, fileName: file.name, fileHash })
}

export interface WorkbookOrder extends Omit<ImportOrder, 'file'> {
  readonly workbook: Workbook
  readonly fileName: string
  /** SHA-256 of the file, in hexadecimal digits. */
  readonly fileHash: string
}

/** The same for a workbook that has been read. @throws Refusal `organisation.missing`, `import.unknown-field`, and those of `placeOrders` */
export async function* planWorkbook(core: Core, actor: Actor, { workbook, fileName, fileHash, mapping, readAs = [], locale, reach = everywhere }: WorkbookOrder): AsyncGenerator<Progress, ImportPlan, void> {
  await demandOrganisation(core.database.read)
  const { sheets, tables } = await readSheets({ core, actor, workbook, fileName, mapping, readAs, locale })
  // Before anything of the register is read by which rows are judged: whatever is changed from here on outdates the plan.
  const madeOn = await lastEntry(core.database.read)
  const { merging, outcome } = yield* reporting((report) => mergeWithin({ core, tables, report, fileName, locale, reach }))
  outcome.issues.unshift(...sheetIssues(sheets))
  const plan = describePlan({ planId: core.env.newId(), sheets, outcome, merging })
  keepHeads(core, plan.planId, workbook)
  keepPlan(core, { plan, draft: merging.draft, fileHash, madeOn, madeAt: core.env.now() })
  return plan
}

interface Outcome { readonly issues: ImportIssue[]; readonly refused: RefusedRow[]; rejected: number }

const everywhere: Reach = () => true

interface Merged { readonly merging: Merging; readonly outcome: Outcome }

/**
 * Merges the rows; where some would write what is out of reach, merges anew without these, until none is left. A row
 * that is left out may let a later one come to the fore, so once is not enough; each time there are fewer.
 */
async function mergeWithin({ core, tables, report, fileName, locale, reach }: Pick<Merge, 'core' | 'tables' | 'report'> & { fileName: string; locale: Locale; reach: Reach }): Promise<Merged> {
  const leftOut = new Set<string>()
  for (;;) {
    const { words, draft } = await readSettings(core.database.read, locale)
    const merging = { draft, words, fileName }
    const outcome = await mergeTables({ core, merging, tables, report, leftOut })
    const outside = rowsOutside(draft, reach)
    if (outside.length === 0) return { merging, outcome }
    const before = leftOut.size
    for (const place of outside) leftOut.add(keyOfPlace(place))
    if (leftOut.size === before) throw new Error('rows that were left out are still merged')
  }
}

const keyOfPlace = ({ sheet, row }: Place): string => `${row} ${sheet}`

interface Merge { core: Core; merging: Merging; tables: readonly Table[]; report: Report; leftOut: ReadonlySet<string> }

/** First what every row says, then what of the register they ask for, then row by row what becomes of it. */
async function mergeTables({ core, merging, tables, report, leftOut }: Merge): Promise<Outcome> {
  const outcome: Outcome = { issues: [], refused: [], rejected: 0 }
  const readings: { reading: RowReading; form: FormCode }[] = []
  const total = tables.reduce((sum, { rows }) => sum + rows.length, 0)
  for (const table of tables) {
    const issues = tableIssues(table, merging.words.locale)
    outcome.issues.push(...issues)
    if (issues.some(({ level }) => level === 'error')) outcome.rejected += table.rows.length
    else for (const reading of readRows(table, merging.words)) {
      readings.push({ reading, form: table.recognition.form.code })
      if (readings.length % breath === 0) await report({ done: readings.length, total, stage: 'understand' })
    }
  }
  await readStanding(core.database.read, merging.draft, lookupsOf(readings.flatMap(({ reading }) => reading.facts ?? [])))
  for (const [index, { reading: { cells, facts }, form }] of readings.entries()) {
    if (leftOut.has(keyOfPlace(cells.place))) cells.refuse('row.outside-scope', undefined)
    else if (facts !== undefined) mergeFacts(merging, cells, facts)
    outcome.issues.push(...cells.issues)
    if (cells.refused) refuseRow(outcome, cells, form)
    if (index % breath === 0) await report({ done: index, total: readings.length, stage: 'compare' })
  }
  settleDraft(merging.draft)
  return outcome
}

function mergeFacts(merging: Merging, cells: RowCells, facts: Facts): void {
  if (facts.kind === 'power') mergePower(merging, cells, facts)
  else if (facts.kind === 'risk') mergeRisk(merging, cells, facts)
  else mergeMeasure(merging, cells, facts)
}

const entityOf = (form: FormCode): PlannedChange['entity'] =>
  form === 'measure-list' ? 'control-measure' : form === 'power-catalogue-a' || form === 'power-catalogue-b' ? 'power' : 'risk-point'

function refuseRow(outcome: Outcome, cells: RowCells, form: FormCode): void {
  const label = cells.text('manifestation') || cells.text('measure') || cells.text('name') || cells.text('title')
  outcome.rejected++
  outcome.refused.push({ place: cells.place, entity: entityOf(form), label: shortened(label) })
}

interface Described { planId: string; sheets: readonly ShownSheet[]; outcome: Outcome; merging: Merging }

function describePlan({ planId, sheets, outcome, merging: { draft, words, fileName } }: Described): ImportPlan {
  const changes = changesOf(draft, words, outcome.refused)
  const issues = inOrderOfWeight(outcome.issues)
  return {
    planId,
    fileName,
    formCodes: [...new Set(sheets.flatMap(({ formCode }) => formCode ?? []))],
    sheets: [...sheets],
    summary: summaryOf(draft, outcome.rejected),
    issues: issues.slice(0, shownAtMost),
    issueTotal: issues.length,
    changes: changes.slice(0, shownAtMost),
    changeTotal: changes.length,
  }
}
