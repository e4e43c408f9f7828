import type { FileChild } from 'docx'
import type { AnnualReport } from '../annual-report-model.ts'
import type { Drawing } from '../charts/svg.ts'
import { plainLine } from '../plain-text.ts'
import type { ReportTexts } from '../texts/report-texts.ts'
import { figureCaption, gap, tableCaption } from './paragraphs.ts'
import { picture } from './pictures.ts'
import { dataTable } from './tables.ts'
import type { DataTable } from './tables.ts'

/** What the chapters are written with: the figures, the language, and tables and figures numbered through. */
export interface Draft {
  readonly report: AnnualReport
  readonly texts: ReportTexts
  readonly table: (title: string, table: DataTable) => FileChild[]
  readonly figure: (title: string, drawing: Drawing, readings: readonly string[]) => FileChild[]
}

/** A fresh draft with numbering from 1. */
export function draftOf(report: AnnualReport, texts: ReportTexts): Draft {
  const numbers = { tables: 0, figures: 0 }
  return {
    report,
    texts,
    table: (title, table) => [tableCaption(texts.tableCaption(++numbers.tables, title)), dataTable(table), gap()],
    figure: (title, drawing, readings) => {
      const id = ++numbers.figures
      const description = texts.chartDescription(title, readings.map(plainLine))
      return [picture(drawing, { title, description }, id), figureCaption(texts.figureCaption(id, title))]
    },
  }
}
