import type { Locale } from '#shared/model/labels.ts'
import type { ReportEdition } from '#shared/model/report-editions.ts'
import type { ReportFormat, ReportSubject } from '#shared/model/report-orders.ts'
import type { Core } from '../../core.ts'
import type { Report } from '../../long-work.ts'
import type { AnnualReport } from '../annual-report-model.ts'
import type { ReportRemarks } from '../assemble-annual.ts'
import type { Paper } from '../paper/paper.ts'

/** Who a file is for (公示版, 内部版, 考核版): decides which fields appear in it. */
export type Edition = ReportEdition

export type { ReportFormat } from '#shared/model/report-orders.ts'

/** What is asked of a kind of report. */
export interface ReportOrder {
  readonly year: number
  readonly edition: Edition
  readonly locale: Locale
  /** The power, warning, campaign … it is about, where the kind is about one. */
  readonly subjectId?: string | undefined
  readonly departmentIds?: readonly string[] | undefined
  /** What the officer adds in his own words, where the kind has room for it. */
  readonly texts?: ReportRemarks | undefined
}

/**
 * One kind of report. `core` is the register of today or, where the year is frozen, that year opened like it; so a kind
 * reads with ordinary queries and never asks which it is.
 */
export interface ReportKind {
  readonly code: string
  readonly formats: readonly ReportFormat[]
  readonly editions: readonly Edition[]
  /** What one file is about. */
  readonly subject: ReportSubject
  /** Reads what the order asks for and sets it out; tells how far it has come, and ends where nobody listens. */
  readonly paper: (core: Core, order: ReportOrder, report: Report) => Promise<Paper>
  /** The figures behind it, where its workbook is not the paper in cells but one of its own. */
  readonly figures?: (core: Core, order: ReportOrder, report: Report) => Promise<AnnualReport>
}
