import type { GradeRow } from '#shared/model/report-figures.ts'
import { percentText, sharesInTenths, sumOf } from '#shared/model/report-figures.ts'
import type { MethodText } from '../annual-report-model.ts'
import { riskMatrix } from '../charts/risk-matrix.ts'
import { stackedBars } from '../charts/stacked-bars.ts'
import { figureWidth } from '../paper/paper.ts'
import type { Block } from '../paper/paper.ts'
import { sharesFor } from '../text-width.ts'
import type { Draft } from './draft.ts'

const body = (text: string): Block => ({ kind: 'body', text })
/** What the shares of a table add up to: the twips of the type area. */
const width = 8844

/** Chapter 3: the risk points by grade, category, department and matrix, against last year, and how they were graded. */
export function riskChapter(draft: Draft): Block[] {
  const { texts } = draft
  const { riskSections } = texts
  const parts: [string, Block[]][] = [
    [riskSections.grade, byGrade(draft)],
    [riskSections.category, byCategory(draft)],
    [riskSections.department, byDepartment(draft)],
    [riskSections.matrix, matrix(draft)],
    [riskSections.comparison, comparison(draft)],
    [riskSections.methods, methods(draft)],
  ]
  return parts.flatMap(([title, content], index): Block[] => [{ kind: 'section', text: `${texts.sectionNumber(index)}${title}` }, ...content])
}

function byGrade({ report, texts, table }: Draft): Block[] {
  const { grades, riskPoints } = report
  const counts = [...riskPoints.byGrade, riskPoints.ungraded]
  const shares = sharesInTenths(counts).map(percentText)
  const names = [...grades.map((grade) => grade.label), texts.words.ungraded]
  const rows = names.map((name, index) => [name, String(counts[index] ?? 0), shares[index] ?? ''])
  const shown = riskPoints.ungraded > 0 ? rows : rows.slice(0, -1)
  const total = [texts.words.total, String(riskPoints.total), riskPoints.total === 0 ? '' : percentText(1000)]
  return [
    body(texts.gradeSummary(report)),
    ...table(texts.captions.byGrade, {
      columns: [{ title: texts.words.grade, share: 3600, align: 'center' }, { title: texts.words.count, share: 2622, align: 'center', numbers: true }, { title: texts.words.share, share: width - 6222, align: 'center' }],
      rows: [...shown, total],
      totalFrom: 0,
    }),
  ]
}

/** Label, one column per grade, ungraded where there are any, total. */
function gradeTable({ report, texts, table }: Draft, caption: string, { first, rows }: { first: string; rows: readonly GradeRow[] }): Block[] {
  const { grades, riskPoints } = report
  const withUngraded = riskPoints.ungraded > 0
  const numbers = [...grades.map((grade) => grade.label), ...(withUngraded ? [texts.words.ungraded] : []), texts.words.total]
  const numberWidth = Math.min(1400, Math.floor((width - 2600) / numbers.length))
  const cells = (row: GradeRow) => [row.label || texts.words.unassigned, ...row.byGrade.map(String), ...(withUngraded ? [String(row.ungraded)] : []), String(row.total)]
  const totals = { label: texts.words.total, byGrade: riskPoints.byGrade, ungraded: riskPoints.ungraded, total: riskPoints.total }
  return table(caption, {
    columns: [{ title: first, share: width - numberWidth * numbers.length }, ...numbers.map((title) => ({ title, share: numberWidth, align: 'center' as const, numbers: true }))],
    rows: [...rows.map(cells), cells(totals)],
    totalFrom: 0,
  })
}

function gradeChart({ report, texts, figure }: Draft, title: string, rows: readonly GradeRow[]): Block[] {
  if (rows.length === 0) return []
  const grades = report.grades.map((grade) => grade.label)
  const chart = stackedBars({ rows, grades, ungraded: texts.words.ungraded, unassigned: texts.words.unassigned, rest: texts.chartRest, width: figureWidth })
  const readings = rows.map((row) => `${row.label || texts.words.unassigned} ${row.total}: ${grades.map((grade, index) => `${grade} ${row.byGrade[index] ?? 0}`).join(', ')}`)
  return figure(title, chart, readings)
}

function byCategory(draft: Draft): Block[] {
  const { report, texts } = draft
  const rows = report.riskPoints.byCategory
  return [
    body(texts.categorySummary(report)),
    ...gradeTable(draft, texts.captions.byCategory, { first: texts.words.category, rows }),
    ...gradeChart(draft, texts.captions.categoryChart, rows),
  ]
}

function byDepartment(draft: Draft): Block[] {
  const { report, texts } = draft
  const rows = report.riskPoints.byDepartment
  return [
    body(texts.departmentSummary(report)),
    ...gradeTable(draft, texts.captions.byDepartment, { first: texts.words.department, rows }),
    ...gradeChart(draft, texts.captions.departmentChart, rows),
  ]
}

function matrix({ report, texts, figure }: Draft): Block[] {
  if (report.matrix === undefined) return [body(texts.noMatrix)]
  const { likelihood, severity, counts } = report.matrix
  const chart = riskMatrix({ matrix: report.matrix, grades: report.grades.map((grade) => grade.label), words: texts.words, width: figureWidth })
  const readings = likelihood.map((label, row) => `${label}: ${severity.map((column, index) => `${column} ${counts[row]?.[index] ?? 0}`).join(', ')}`)
  return [body(texts.matrixSummary(sumOf(counts.flat()), report.riskPoints.total)), ...figure(texts.captions.matrixChart, chart, readings)]
}

function comparison({ report, texts, table }: Draft): Block[] {
  if (report.comparison === undefined) return [body(texts.noComparison)]
  return [
    body(texts.comparisonSummary(report.comparison, report.year)),
    ...table(texts.captions.comparison, {
      columns: [{ title: texts.words.item, share: 5244 }, { title: texts.words.count, share: width - 5244, align: 'center', numbers: true }],
      rows: texts.comparisonRows(report.comparison, report.year).map(([label, count]) => [label, String(count)]),
      totalFrom: 0,
    }),
  ]
}

function methods({ report, texts }: Draft): Block[] {
  if (report.methods.length === 0) return [body(texts.noMethods)]
  return [body(texts.methodsIntroduction(report.methods.length)), ...report.methods.flatMap((method, index) => methodText(method, texts.itemNumber(index)))]
}

/** The method in full, so that a reader can check a grade without the program. */
function methodText(method: MethodText, number: string): Block[] {
  const tables = method.tables.flatMap(({ header, rows }): Block[] => {
    const columns = sharesFor([header, ...rows]).map((share, index) => ({ title: header[index] ?? '', share, align: 'center' as const }))
    return [{ kind: 'gap' }, { kind: 'table', table: { name: method.title, columns, rows } }, { kind: 'gap' }]
  })
  return [{ kind: 'subsection', text: `${number}${method.title}` }, ...method.paragraphs.map(body), ...tables]
}
