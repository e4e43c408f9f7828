import type { GradeRow } from '#shared/model/report-figures.ts'
import type { AnnualReport } from '../annual-report-model.ts'
import { sourceNote } from '../source-note.ts'
import type { ReportTexts } from '../texts/report-texts.ts'
import type { PlannedRow, SheetPlan } from './sheet-plan.ts'

/** Department × grade and category × grade, totals as plain values that were checked before writing. */
export function summaryPlan(report: AnnualReport, texts: ReportTexts): SheetPlan {
  const { captions, words } = texts
  const numbers = report.grades.length + (report.riskPoints.ungraded > 0 ? 1 : 0) + 1
  const title = texts.annexSheetTitle(report, captions.byGrade)
  return {
    name: texts.sheets.summary,
    orientation: 'portrait',
    footer: texts.pageFooter,
    fontName: texts.sheetFont,
    columns: [{ width: 34 }, ...Array.from({ length: numbers }, () => ({ width: 11, align: 'center' as const }))],
    rows: [
      { look: 'title', values: [title], across: [[0, numbers]] },
      ...block(report, texts, { caption: captions.byDepartment, first: words.department, rows: report.riskPoints.byDepartment }),
      { look: 'text', values: [] },
      ...block(report, texts, { caption: captions.byCategory, first: words.category, rows: report.riskPoints.byCategory }),
      { look: 'text', values: [] },
      ...(report.file === undefined ? [] : [{ look: 'text', values: [report.file.note], across: [[0, numbers]] } satisfies PlannedRow]),
      { look: 'text', values: [sourceNote(report, texts)], across: [[0, numbers]] },
    ],
  }
}

function block({ grades, riskPoints }: AnnualReport, { words }: ReportTexts, table: { caption: string; first: string; rows: readonly GradeRow[] }): PlannedRow[] {
  const ungraded = riskPoints.ungraded > 0
  const numbers = (row: Omit<GradeRow, 'label'>) => [...row.byGrade, ...(ungraded ? [row.ungraded] : []), row.total]
  return [
    { look: 'caption', values: [table.caption], across: [[0, grades.length + (ungraded ? 2 : 1)]] },
    { look: 'head', values: [table.first, ...grades.map((grade) => grade.label), ...(ungraded ? [words.ungraded] : []), words.total] },
    ...table.rows.map((row): PlannedRow => ({ look: 'data', values: [row.label || words.unassigned, ...numbers(row)] })),
    { look: 'total', values: [words.total, ...numbers(riskPoints)] },
  ]
}
