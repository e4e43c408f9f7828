import type { GradeRow, LabelledCount } from '#shared/model/report-figures.ts'

export type ReportLocale = 'zh-CN' | 'en'

/** One step of the grade scale. The order of the list carries the weight, because level words differ between regions. */
export interface GradeLabel {
  readonly code: string
  readonly label: string
}

export interface PowerFigures {
  readonly total: number
  readonly byType: readonly LabelledCount[]
  readonly byDepartment: readonly LabelledCount[]
  readonly withDiscretion: number
  /** Powers with discretion for which a discretion benchmark is recorded. */
  readonly withBenchmark: number
  readonly withoutRiskPoints: number
}

export interface RiskPointFigures {
  readonly total: number
  /** Counts in the order of `AnnualReport.grades`. */
  readonly byGrade: readonly number[]
  readonly ungraded: number
  /** Points that wait for a person's confirmation, for example after a mixed grade was split. */
  readonly toConfirm: number
  readonly byCategory: readonly GradeRow[]
  readonly byDepartment: readonly GradeRow[]
}

/** Likelihood × severity. `counts[row][column]`; both label lists run from heaviest to lightest. */
export interface RiskMatrix {
  readonly likelihood: readonly string[]
  readonly severity: readonly string[]
  readonly counts: readonly (readonly number[])[]
  /** The grade each cell leads to, as index into `AnnualReport.grades`; without it the cells stay neutral. */
  readonly gradeOfCell?: readonly (readonly number[])[]
}

/** Against the frozen previous year: this year = added + raised + lowered + unchanged. */
export interface YearComparison {
  readonly previousYear: number
  readonly previousTotal: number
  readonly added: number
  readonly cancelled: number
  readonly raised: number
  readonly lowered: number
  readonly unchanged: number
}

export interface GradeChangeFigures {
  readonly total: number
  readonly raised: number
  readonly lowered: number
}

export interface LabelTable {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A grading method in use, in words and tables that a reader can check a grade by. */
export interface MethodText {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly tables: readonly LabelTable[]
}

/**
 * total = due + notYetDue + longTerm + undated; due = done + overdue.
 * `due` are the measures whose term ended on or before the day the report was prepared, or that were done before it.
 */
export interface MeasureFigures {
  readonly total: number
  readonly due: number
  readonly done: number
  readonly overdue: number
  readonly notYetDue: number
  readonly longTerm: number
  readonly undated: number
  readonly pointsWithMeasures: number
  readonly pointsWithoutMeasures: number
}

export interface WarningFigures {
  readonly total: number
  readonly byLevel: readonly LabelledCount[]
  readonly closed: number
  readonly open: number
}

export interface AssessmentRow {
  /** What a department came to, below its items. */
  readonly total?: boolean
  readonly subject: string
  readonly item: string
  readonly fullScore: number
  readonly selfScore: number | null
  readonly approvedScore: number | null
  readonly deductionReason: string
}

/** What the officer adds in his own words, paragraph by paragraph, after the computed text of sections 2, 7 and 8. */
export interface OfficerRemarks {
  readonly workDone?: readonly string[]
  readonly problems?: readonly string[]
  readonly plans?: readonly string[]
}

/** A row of the power catalogue, form A. Empty text where the register holds nothing. */
export interface PowerRow {
  readonly code: string
  readonly type: string
  readonly name: string
  readonly subItem: string
  readonly legalBasis: string
  readonly holder: string
  readonly department: string
  readonly post: string
  /** Working days. */
  readonly statutoryDays: number | null
  /** Working days. */
  readonly promisedDays: number | null
  readonly charge: string
  readonly publicity: string
  readonly discretion: string
  readonly note: string
}

/** A row of the nine-column list. */
export interface RiskRow {
  readonly department: string
  readonly category: string
  readonly riskPoint: string
  readonly manifestation: string
  /** Code out of `AnnualReport.grades`; null while ungraded. */
  readonly grade: string | null
  /** One text per measure, without its number. */
  readonly measures: readonly string[]
  readonly departmentHead: string
  readonly leader: string
}

/** One change of a grade in the year, the silent downgrade made visible. */
export interface AdjustmentRow {
  /** Local calendar date, YYYY-MM-DD. */
  readonly date: string
  readonly department: string
  readonly riskPoint: string
  readonly from: string
  readonly to: string
  readonly direction: 'raised' | 'lowered'
  readonly reason: string
  readonly decidedBy: string
}

/**
 * Everything the annual report prints, already counted and already in the report's language. Totals and their parts
 * are counted separately by whoever fills this in, so that `checkFigures` compares two counts and not one with itself.
 */
export interface AnnualReport {
  readonly organisation: string
  readonly year: number
  readonly locale: ReportLocale
  /** Local calendar date, YYYY-MM-DD. */
  readonly preparedOn: string
  readonly documentNumber?: string
  /** SHA-256 of the frozen year; absent while the year is open. */
  readonly archiveHash?: string
  /** How far the log had come when the report was written, signed; absent where nothing was signed yet. */
  readonly logHead?: { readonly number: number; readonly hash: string; readonly token: string }
  /** Which file this is, for a workbook of its own: number, edition, what its properties carry and what is printed over every page. */
  readonly file?: { readonly note: string; readonly properties: Readonly<Record<string, string>>; readonly watermark?: string }
  /** Heaviest first, at least one. */
  readonly grades: readonly GradeLabel[]
  readonly departmentsTotal: number
  readonly postsTotal: number
  readonly powers: PowerFigures
  readonly riskPoints: RiskPointFigures
  /** Absent when no grading in use rests on likelihood and severity. */
  readonly matrix?: RiskMatrix
  /** Absent when no previous year is frozen. */
  readonly comparison?: YearComparison
  readonly gradeChanges: GradeChangeFigures
  readonly methods: readonly MethodText[]
  readonly measures: MeasureFigures
  /** Absent when the register holds no warnings. */
  readonly warnings?: WarningFigures
  readonly assessments: readonly AssessmentRow[]
  readonly remarks?: OfficerRemarks
  readonly powerCatalogue: readonly PowerRow[]
  readonly riskList: readonly RiskRow[]
  readonly adjustments: readonly AdjustmentRow[]
}

/** The points of the heaviest grade, in the order of the list. */
export function heaviestRisks(report: AnnualReport): RiskRow[] {
  const heaviest = report.grades[0]?.code
  return report.riskList.filter((row) => row.grade !== null && row.grade === heaviest)
}

/** The label of a grade code; the code itself when the scale does not know it, undefined while ungraded. */
export function gradeLabelOf(report: AnnualReport, code: string | null): string | undefined {
  if (code === null) return undefined
  return report.grades.find((grade) => grade.code === code)?.label ?? code
}
