import type { ReportGroup } from '#shared/model/report-orders.ts'
import { adjustmentSheet } from './adjustments.ts'
import { annual } from './annual.ts'
import { assessmentForm, assessmentResults } from './assessment-form.ts'
import { catalogueA, catalogueB } from './catalogue.ts'
import { controlChart } from './control-chart.ts'
import { gradingSheet } from './grading-sheet.ts'
import { highRisks } from './high-risks.ts'
import { changeSheet, filing, publicityList } from './office-sheets.ts'
import { rectificationLedger } from './rectification-ledger.ts'
import type { ReportKind } from './report-kind.ts'
import { reviewSheet } from './review-sheet.ts'
import { riskList, riskListTen } from './risk-list.ts'
import { campaigns, filingSheets, months, ofToday, powers, publicityLists, riskPoints, warnings } from './subjects.ts'
import type { Subjects } from './subjects.ts'
import { survey } from './survey.ts'
import { warningLedger } from './warning-ledger.ts'
import { warningSheet } from './warning-sheet.ts'

/** A kind of report where an officer finds it. */
export interface RegisteredKind {
  readonly kind: ReportKind
  readonly group: ReportGroup
  /** What one file may be about; absent where it is about the whole year. */
  readonly subjects?: Subjects
  /** Departments may be chosen; beside a subject, they stand in its place. */
  readonly byDepartment?: true
  /** Reads the archive itself, so that a year which cannot be opened like the register can be reported all the same. */
  readonly fromArchive?: true
  /** The officer may add words of his own. */
  readonly ownWords?: true
}

/** All kinds of report, in the order in which they are offered. A new one goes here and into the texts under `reportKinds`. */
export const reportKinds: readonly RegisteredKind[] = [
  { kind: annual, group: 'assessment', fromArchive: true, ownWords: true },
  { kind: catalogueA, group: 'register', byDepartment: true },
  { kind: catalogueB, group: 'register', byDepartment: true },
  { kind: controlChart, group: 'register', byDepartment: true, subjects: powers },
  { kind: riskList, group: 'register', byDepartment: true },
  { kind: riskListTen, group: 'register', byDepartment: true },
  { kind: survey, group: 'register', byDepartment: true },
  { kind: gradingSheet, group: 'grading', byDepartment: true },
  { kind: highRisks, group: 'grading', byDepartment: true },
  { kind: reviewSheet, group: 'grading', subjects: riskPoints },
  { kind: publicityList, group: 'grading', subjects: publicityLists },
  { kind: filing, group: 'grading', subjects: filingSheets },
  { kind: adjustmentSheet, group: 'control', byDepartment: true },
  { kind: changeSheet, group: 'control', subjects: ofToday(months) },
  { kind: warningLedger, group: 'control' },
  { kind: warningSheet, group: 'control', subjects: warnings },
  { kind: rectificationLedger, group: 'control' },
  { kind: assessmentForm, group: 'assessment', subjects: campaigns },
  { kind: assessmentResults, group: 'assessment', subjects: campaigns },
]
