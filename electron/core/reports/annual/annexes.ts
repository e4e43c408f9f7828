import type { AnnualReport, AssessmentRow, PowerRow, RiskRow } from '../annual-report-model.ts'
import { gradeLabelOf, heaviestRisks } from '../annual-report-model.ts'
import type { Block, PaperColumn, PaperTable } from '../paper/paper.ts'
import { numberedLines } from '../plain-text.ts'
import type { AnnexTitles, ReportTexts } from '../texts/report-texts.ts'

/** The annexes in the order of the list before the sign-off. */
export const annexOrder = ['powers', 'riskList', 'heaviest', 'adjustments', 'assessment'] as const satisfies readonly (keyof AnnexTitles)[]

/** All annexes for the turned section, each on a page of its own; an empty one says so in a sentence. */
export function annexes(report: AnnualReport, texts: ReportTexts): Block[] {
  const tables: Record<(typeof annexOrder)[number], PaperTable> = {
    powers: powerTable(report, texts),
    riskList: riskTable(report, texts),
    heaviest: heaviestTable(report, texts),
    adjustments: adjustmentTable(report, texts),
    assessment: assessmentTable(report, texts),
  }
  return annexOrder.flatMap((name, index): Block[] => [
    { kind: 'annex-label', text: texts.annexLabel(index + 1), newPage: index > 0 },
    { kind: 'annex-title', text: texts.annexTitles[name] },
    { kind: 'table', table: { ...tables[name], name: texts.annexTitles[name], empty: texts.annexEmpty[name] } },
  ])
}

type ColumnShare = readonly [title: string, share: number, align?: PaperColumn['align']]

/** A wide table, in the smaller of two sizes where the words are the longer ones of English. */
function wideTable(report: AnnualReport, { shares, rows }: { shares: readonly ColumnShare[]; rows: readonly (readonly string[])[] }): PaperTable {
  return { size: report.locale === 'en' ? 'fine' : 'small', columns: shares.map(([title, share, align]) => ({ title, share, align: align ?? 'left' })), rows }
}

function powerTable(report: AnnualReport, texts: ReportTexts): PaperTable {
  const c = texts.powerColumns
  const days = (value: number | null) => (value === null ? texts.words.none : String(value))
  const cells = (row: PowerRow, index: number) => [
    String(index + 1), row.code, row.type || texts.words.unassigned, texts.powerWithSubItem(row.name, row.subItem), row.legalBasis, row.department || texts.words.unassigned, row.post,
    days(row.statutoryDays), days(row.promisedDays), row.discretion,
  ]
  return wideTable(report, {
    shares: [
      [c.number, 4.5, 'center'], [c.code, 10.2, 'center'], [c.type, 8.4, 'center'], [c.name, 15.2], [c.legalBasis, 20.7], [c.department, 10, 'center'], [c.post, 9.2, 'center'],
      [texts.narrowTitles.statutory, 7.8, 'center'], [texts.narrowTitles.promised, 7.8, 'center'], [texts.narrowTitles.discretion, 6.2, 'center'],
    ],
    rows: report.powerCatalogue.map(cells),
  })
}

/** A point without measures shows that the cell was not forgotten. */
function measureLines(row: RiskRow, texts: ReportTexts): string {
  return row.measures.length === 0 ? texts.words.none : numberedLines(row.measures)
}

function riskTable(report: AnnualReport, texts: ReportTexts): PaperTable {
  const c = texts.riskColumns
  const cells = (row: RiskRow, index: number) => [
    String(index + 1), row.department || texts.words.unassigned, row.category || texts.words.unassigned, row.riskPoint, row.manifestation,
    gradeLabelOf(report, row.grade) ?? texts.words.ungraded, measureLines(row, texts), row.departmentHead, row.leader,
  ]
  return { ...wideTable(report, {
    shares: [
      [c.number, 4.5, 'center'], [c.department, 11, 'center'], [c.category, 7.8, 'center'], [c.riskPoint, 14.5], [c.manifestation, 18.2], [c.grade, 5.5, 'center'],
      [c.measures, 21.5], [c.departmentHead, 9.2, 'center'], [c.leader, 7.8, 'center'],
    ],
    rows: report.riskList.map(cells),
  }), merged: [1] }
}

function heaviestTable(report: AnnualReport, texts: ReportTexts): PaperTable {
  const c = texts.riskColumns
  const cells = (row: RiskRow, index: number) => [
    String(index + 1), row.department || texts.words.unassigned, row.category || texts.words.unassigned, row.riskPoint, row.manifestation, measureLines(row, texts), row.leader,
  ]
  return { ...wideTable(report, {
    shares: [
      [c.number, 4.5, 'center'], [c.department, 11, 'center'], [c.category, 7.8, 'center'], [c.riskPoint, 17], [c.manifestation, 22.9], [c.measures, 29], [c.leader, 7.8, 'center'],
    ],
    rows: heaviestRisks(report).map(cells),
  }), merged: [1] }
}

function adjustmentTable(report: AnnualReport, texts: ReportTexts): PaperTable {
  const c = texts.adjustmentColumns
  return wideTable(report, {
    shares: [
      [c.number, 4.5, 'center'], [c.date, 15, 'center'], [c.department, 11, 'center'], [c.riskPoint, 18], [c.from, 6, 'center'], [c.to, 6, 'center'], [c.direction, 7.8, 'center'],
      [c.reason, 20.7], [c.decidedBy, 11, 'center'],
    ],
    rows: report.adjustments.map((row, index) => [
      String(index + 1), texts.date(row.date), row.department || texts.words.unassigned, row.riskPoint, row.from, row.to,
      row.direction === 'raised' ? texts.words.raised : texts.words.lowered, row.reason, row.decidedBy,
    ]),
  })
}

/** An edition that may not say why points were lost has no empty column for it. */
export const withReasons = ({ assessments }: AnnualReport): boolean => assessments.some(({ deductionReason }) => deductionReason !== '')

/** Every item of every department, each department ending with its total. */
function assessmentTable(report: AnnualReport, texts: ReportTexts): PaperTable {
  const c = texts.assessmentColumns
  const why = withReasons(report)
  const table = wideTable(report, {
    shares: [
      [c.number, 6, 'center'], [c.subject, 13, 'center'], [c.item, 27], [c.fullScore, 8, 'right'], [c.selfScore, 8, 'right'], [c.approvedScore, 8, 'right'], ...(why ? [[c.deductionReason, 30] as const] : []),
    ],
    rows: report.assessments.map((row, index) => [String(index + 1), row.subject, row.item, ...scoresOf(row, texts), ...(why ? [row.deductionReason] : [])]),
  })
  return { ...table, merged: [1] }
}

/** What each department came to; why one lost its band, only where one did. */
export function assessmentSummary(report: AnnualReport, texts: ReportTexts): PaperTable {
  const c = texts.assessmentColumns
  const why = withReasons(report)
  return wideTable(report, {
    shares: [[c.number, 7, 'center'], [c.subject, 20, 'center'], [c.result, 28], [c.fullScore, 11, 'right'], [c.selfScore, 11, 'right'], [c.approvedScore, 11, 'right'], ...(why ? [[c.deductionReason, 26] as const] : [])],
    rows: report.assessments.map((row, index) => [String(index + 1), row.subject, row.item, ...scoresOf(row, texts), ...(why ? [row.deductionReason] : [])]),
  })
}

/** Points to two places, so that they stand below one another; one that was not given shows as such. */
const scoresOf = ({ fullScore, selfScore, approvedScore }: AssessmentRow, texts: ReportTexts): string[] =>
  [fullScore, selfScore, approvedScore].map((value) => (value === null ? texts.words.none : value.toFixed(2)))
