import type { AnnualReport } from '../annual-report-model.ts'
import type { Drawing } from '../charts/svg.ts'
import { plainLine } from '../plain-text.ts'
import type { Block, PaperTable } from '../paper/paper.ts'
import type { ReportTexts } from '../texts/report-texts.ts'

/** What the chapters are written with: the figures, the language, and tables and figures numbered through. */
export interface Draft {
  readonly report: AnnualReport
  readonly texts: ReportTexts
  readonly table: (title: string, table: PaperTable) => Block[]
  readonly figure: (title: string, drawing: Drawing, readings: readonly string[]) => Block[]
}

/** A fresh draft with numbering from 1. */
export function draftOf(report: AnnualReport, texts: ReportTexts): Draft {
  const numbers = { tables: 0, figures: 0 }
  return {
    report,
    texts,
    table: (title, table) => [{ kind: 'table-caption', text: texts.tableCaption(++numbers.tables, title) }, { kind: 'table', table: { name: title, ...table } }, { kind: 'gap' }],
    figure: (title, drawing, readings) => [
      { kind: 'figure', drawing, title, description: texts.chartDescription(title, readings.map(plainLine)) },
      { kind: 'figure-caption', text: texts.figureCaption(++numbers.figures, title) },
    ],
  }
}
