import type { Discrepancy } from '#shared/model/report-figures.ts'
import type { AnnualReport, MeasureFigures, WarningFigures, YearComparison } from '../annual-report-model.ts'
import type { Finding } from '../findings.ts'

/** Column titles of the nine-column list, in its fixed order. */
export interface RiskListColumns {
  readonly number: string
  readonly department: string
  readonly category: string
  readonly riskPoint: string
  readonly manifestation: string
  readonly grade: string
  readonly measures: string
  readonly departmentHead: string
  readonly leader: string
}

/** Column titles of the power catalogue, form A. */
export interface PowerColumns {
  readonly number: string
  readonly code: string
  readonly type: string
  readonly name: string
  readonly subItem: string
  readonly legalBasis: string
  readonly holder: string
  readonly department: string
  readonly post: string
  readonly statutoryDays: string
  readonly promisedDays: string
  readonly charge: string
  readonly publicity: string
  readonly discretion: string
  readonly note: string
}

export interface AdjustmentColumns {
  readonly number: string
  readonly date: string
  readonly department: string
  readonly riskPoint: string
  readonly from: string
  readonly to: string
  readonly direction: string
  readonly reason: string
  readonly decidedBy: string
}

export interface AssessmentColumns {
  readonly number: string
  readonly subject: string
  readonly item: string
  /** Of a whole department: its band and its place. */
  readonly result: string
  readonly fullScore: string
  readonly selfScore: string
  readonly approvedScore: string
  readonly deductionReason: string
}

export interface ChapterTitles {
  readonly situation: string
  readonly work: string
  readonly risks: string
  readonly measures: string
  readonly warnings: string
  readonly assessment: string
  readonly problems: string
  readonly plans: string
}

export interface RiskSectionTitles {
  readonly grade: string
  readonly category: string
  readonly department: string
  readonly matrix: string
  readonly comparison: string
  readonly methods: string
}

export interface AnnexTitles {
  readonly powers: string
  readonly riskList: string
  readonly heaviest: string
  readonly adjustments: string
  readonly assessment: string
}

/** Short words of tables and charts. */
export interface ReportWords {
  readonly total: string
  readonly count: string
  readonly share: string
  readonly item: string
  readonly powerType: string
  readonly department: string
  readonly category: string
  readonly grade: string
  readonly ungraded: string
  /** Stands where the register holds no department, type or category. */
  readonly unassigned: string
  readonly level: string
  readonly likelihood: string
  readonly severity: string
  readonly raised: string
  readonly lowered: string
  /** Stands in an empty cell where something could be. */
  readonly none: string
}

/** Everything the reports say by themselves, in one language. Sentences take figures and say nothing beyond them. */
export interface ReportTexts {
  /** Lines of the title; the break keeps each line within the type area. */
  readonly title: (report: AnnualReport) => readonly string[]
  /** The title in one line, for the properties of a document. */
  readonly titleInOneLine: (report: AnnualReport) => string
  readonly date: (isoDate: string) => string
  readonly words: ReportWords
  readonly chapters: ChapterTitles
  /** Number of a chapter, section or numbered item before its title. */
  readonly chapterNumber: (index: number) => string
  readonly sectionNumber: (index: number) => string
  readonly itemNumber: (index: number) => string
  readonly riskSections: RiskSectionTitles
  readonly tableCaption: (number: number, title: string) => string
  readonly figureCaption: (number: number, title: string) => string
  readonly captions: {
    readonly powersByType: string
    readonly powersByDepartment: string
    readonly byGrade: string
    readonly byCategory: string
    readonly byDepartment: string
    readonly categoryChart: string
    readonly departmentChart: string
    readonly matrixChart: string
    readonly comparison: string
    readonly measures: string
    readonly warnings: string
    readonly assessment: string
  }
  readonly situation: (report: AnnualReport) => readonly string[]
  readonly work: (report: AnnualReport) => readonly string[]
  readonly gradeSummary: (report: AnnualReport) => string
  readonly categorySummary: (report: AnnualReport) => string
  readonly departmentSummary: (report: AnnualReport) => string
  readonly matrixSummary: (counted: number, total: number) => string
  readonly noMatrix: string
  readonly comparisonSummary: (comparison: YearComparison, year: number) => string
  readonly comparisonRows: (comparison: YearComparison, year: number) => readonly (readonly [string, number])[]
  readonly noComparison: string
  readonly methodsIntroduction: (count: number) => string
  readonly noMethods: string
  readonly measuresSummary: (measures: MeasureFigures) => readonly string[]
  readonly measureRows: (measures: MeasureFigures) => readonly (readonly [string, number])[]
  readonly completionRate: string
  readonly noRate: string
  readonly warningsSummary: (warnings: WarningFigures) => string
  readonly noWarnings: string
  /** `reasons`: the annex says why points were lost. */
  readonly assessmentSummary: (assessed: { rows: number; departments: number; reasons: boolean }) => string
  readonly noAssessment: string
  readonly problemsIntroduction: string
  readonly noProblems: string
  readonly plansIntroduction: string
  readonly noPlans: string
  readonly finding: (finding: Finding, report: AnnualReport) => string
  readonly nextStep: (finding: Finding, report: AnnualReport) => string
  readonly attachmentsLabel: string
  /** Where there is only one, it bears no number. */
  readonly oneAnnex: string
  readonly annexLabel: (number: number) => string
  readonly annexTitles: AnnexTitles
  readonly annexEmpty: AnnexTitles
  readonly archiveNote: (hash: string) => string
  /** Stands in place of `archiveNote` while the year is not frozen; `date` in words. */
  readonly registerNote: (date: string, year: number) => string
  /** The note with number and hash of the last entry of the log after it. */
  readonly withLogNote: (note: string, number: number, hash: string) => string
  readonly powerColumns: PowerColumns
  /** Titles for narrow columns. */
  readonly narrowTitles: { readonly statutory: string; readonly promised: string; readonly discretion: string }
  readonly powerWithSubItem: (name: string, subItem: string) => string
  readonly riskColumns: RiskListColumns
  readonly adjustmentColumns: AdjustmentColumns
  readonly assessmentColumns: AssessmentColumns
  /** In words for people who do not see the chart. */
  readonly chartDescription: (title: string, rows: readonly string[]) => string
  readonly chartRest: (departments: number) => string
  readonly sheets: {
    readonly riskList: string
    readonly summary: string
    readonly powers: string
    readonly heaviest: string
    readonly methods: string
  }
  readonly sheetFont: string
  readonly riskListTitle: (report: AnnualReport) => string
  readonly annexSheetTitle: (report: AnnualReport, title: string) => string
  readonly filledBy: (organisation: string) => string
  readonly filledOn: (date: string) => string
  /** Excel footer codes: &P page, &N pages. */
  readonly pageFooter: string
  readonly discrepancy: (discrepancy: Discrepancy) => string
}
