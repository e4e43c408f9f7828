import type { AnnualReport, RiskRow } from '../annual-report-model.ts'
import { gradeLabelOf, heaviestRisks } from '../annual-report-model.ts'
import { numberedLines } from '../plain-text.ts'
import { longestWord } from '../text-width.ts'
import type { ReportTexts } from '../texts/report-texts.ts'
import { codeWidth } from './code-width.ts'
import type { PlannedColumn, PlannedRow, SheetPlan } from './sheet-plan.ts'

interface List {
  readonly name: string
  readonly title: string
  readonly head: readonly string[]
  readonly columns: readonly PlannedColumn[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** The parts every printed list shares: title, the line with organisation and date, then the header. */
function listPlan(report: AnnualReport, texts: ReportTexts, list: List): SheetPlan {
  const last = list.columns.length - 1
  const half = Math.floor(list.columns.length / 2)
  const line = list.columns.map((_, column) => (column === 0 ? texts.filledBy(report.organisation) : column === half ? texts.filledOn(texts.date(report.preparedOn)) : null))
  return {
    name: list.name,
    columns: list.columns.map((column, index) => ({ ...column, width: Math.max(column.width, longestWord(list.head[index] ?? '') + 3, codeWidth(list.rows.map((values) => String(values[index] ?? '')))) })),
    orientation: 'landscape',
    headRow: 2,
    footer: texts.pageFooter,
    fontName: texts.sheetFont,
    rows: [
      { look: 'title', values: [list.title], across: [[0, last]] },
      { look: 'line', values: line, across: [[0, half - 1], [half, last]] },
      { look: 'head', values: list.head },
      ...list.rows.map((values): PlannedRow => ({ look: 'data', values })),
    ],
  }
}

/** The nine-column 一览表, department cells merged, ready to print. */
export function riskListPlan(report: AnnualReport, texts: ReportTexts): SheetPlan {
  const c = texts.riskColumns
  const row = (risk: RiskRow, index: number) => [
    index + 1, risk.department, risk.category, risk.riskPoint, risk.manifestation, gradeLabelOf(report, risk.grade) ?? '', numberedLines(risk.measures), risk.departmentHead, risk.leader,
  ]
  const plan = listPlan(report, texts, {
    name: texts.sheets.riskList,
    title: texts.riskListTitle(report),
    head: [c.number, c.department, c.category, c.riskPoint, c.manifestation, c.grade, c.measures, c.departmentHead, c.leader],
    columns: [
      { width: 6, align: 'center' }, { width: 14, align: 'center' }, { width: 10, align: 'center' }, { width: 20 }, { width: 28 }, { width: 9, align: 'center' }, { width: 30 },
      { width: 11, align: 'center' }, { width: 10, align: 'center' },
    ],
    rows: report.riskList.map(row),
  })
  return { ...plan, mergeDown: [1] }
}

/** The points of the heaviest grade. */
export function heaviestPlan(report: AnnualReport, texts: ReportTexts): SheetPlan {
  const c = texts.riskColumns
  return listPlan(report, texts, {
    name: texts.sheets.heaviest,
    title: texts.annexSheetTitle(report, texts.annexTitles.heaviest),
    head: [c.number, c.department, c.category, c.riskPoint, c.manifestation, c.measures, c.departmentHead, c.leader],
    columns: [
      { width: 6, align: 'center' }, { width: 14, align: 'center' }, { width: 10, align: 'center' }, { width: 22 }, { width: 30 }, { width: 35 }, { width: 11, align: 'center' }, { width: 10, align: 'center' },
    ],
    rows: heaviestRisks(report).map(heaviestRow),
  })
}

/** The power catalogue, form A. */
export function powersPlan(report: AnnualReport, texts: ReportTexts): SheetPlan {
  const c = texts.powerColumns
  return listPlan(report, texts, {
    name: texts.sheets.powers,
    title: texts.annexSheetTitle(report, texts.annexTitles.powers),
    head: [c.number, c.code, c.type, c.name, c.subItem, c.legalBasis, c.holder, c.department, c.post, c.statutoryDays, c.promisedDays, c.charge, c.publicity, c.discretion, c.note],
    columns: [
      { width: 5, align: 'center' }, { width: 11, align: 'center' }, { width: 9, align: 'center' }, { width: 18 }, { width: 8 }, { width: 22 }, { width: 9, align: 'center' },
      { width: 10, align: 'center' }, { width: 8, align: 'center' }, { width: 9, align: 'center' }, { width: 9, align: 'center' }, { width: 9 }, { width: 9, align: 'center' },
      { width: 7, align: 'center' }, { width: 6 },
    ],
    rows: report.powerCatalogue.map((power, index) => [
      index + 1, power.code, power.type, power.name, power.subItem, power.legalBasis, power.holder, power.department, power.post, power.statutoryDays, power.promisedDays, power.charge,
      power.publicity, power.discretion, power.note,
    ]),
  })
}

function heaviestRow(risk: RiskRow, index: number): (string | number)[] {
  return [index + 1, risk.department, risk.category, risk.riskPoint, risk.manifestation, numberedLines(risk.measures), risk.departmentHead, risk.leader]
}
