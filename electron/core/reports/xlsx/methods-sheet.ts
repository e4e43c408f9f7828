import type { AnnualReport, MethodText } from '../annual-report-model.ts'
import type { ReportTexts } from '../texts/report-texts.ts'
import type { PlannedRow, SheetPlan } from './sheet-plan.ts'

/** The grading methods in words and tables, so that the list can be checked by itself. */
export function methodsPlan(report: AnnualReport, texts: ReportTexts): SheetPlan {
  const widest = report.methods.flatMap((method) => method.tables.flatMap((table) => [table.header.length, ...table.rows.map((row) => row.length)]))
  const columns = Math.max(2, ...widest)
  const last = columns - 1
  const methods = report.methods.flatMap((method) => methodRows(method, last))
  const none: PlannedRow = { look: 'text', values: [texts.noMethods], across: [[0, last]] }
  return {
    name: texts.sheets.methods,
    orientation: 'portrait',
    footer: texts.pageFooter,
    fontName: texts.sheetFont,
    columns: Array.from({ length: columns }, () => ({ width: Math.max(11, Math.floor(88 / columns)), align: 'center' as const })),
    rows: [{ look: 'title', values: [texts.annexSheetTitle(report, texts.riskSections.methods)], across: [[0, last]] }, ...(methods.length === 0 ? [none] : methods)],
  }
}

function methodRows(method: MethodText, last: number): PlannedRow[] {
  const empty: PlannedRow = { look: 'text', values: [] }
  const line = (look: 'caption' | 'text', text: string): PlannedRow => ({ look, values: [text], across: [[0, last]] })
  const tables = method.tables.flatMap((table): PlannedRow[] => [empty, { look: 'head', values: table.header }, ...table.rows.map((values): PlannedRow => ({ look: 'data', values }))])
  return [line('caption', method.title), ...method.paragraphs.map((text) => line('text', text)), ...tables, empty]
}
