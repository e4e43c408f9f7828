import type { AnyRouter } from '@orpc/server'
import { contract } from '#shared/contract/index.ts'
import { adjustmentsHandlers } from './adjustments/router.ts'
import { assessmentHandlers } from './assessment/router.ts'
import { consistencyHandlers } from './consistency/router.ts'
import { rectificationHandlers } from './rectification/router.ts'
import { warningsHandlers } from './warnings/router.ts'
import { changeSheetsHandlers } from './change-sheets/router.ts'
import { filingHandlers } from './filing/router.ts'
import { publicityHandlers } from './publicity/router.ts'
import { evidenceHandlers } from './evidence/router.ts'
import { attachmentsHandlers } from './attachments/router.ts'
import { exchangeHandlers } from './exchange/router.ts'
import { gradingHandlers } from './grading/router.ts'
import { historyHandlers } from './history/router.ts'
import { measuresHandlers } from './measures/router.ts'
import { organisationHandlers } from './organisation/router.ts'
import { overviewHandlers } from './overview/router.ts'
import { peopleHandlers } from './people/router.ts'
import { powersHandlers } from './powers/router.ts'
import { serve } from './registration.ts'
import { inspectionPackageHandlers } from './reports/package/router.ts'
import { reportFormsHandlers } from './reports/templates/router.ts'
import { reportsHandlers } from './reports/router.ts'
import { reviewHandlers } from './review/router.ts'
import { risksHandlers } from './risks/router.ts'
import { systemHandlers } from './system/router.ts'
import { yearsHandlers } from './years/router.ts'

/** All procedures of the contract, ready to be served by any host. */
export function createRouter(): AnyRouter {
  return serve(contract, {
    adjustments: adjustmentsHandlers,
    assessment: assessmentHandlers,
    changeSheets: changeSheetsHandlers,
    consistency: consistencyHandlers,
    evidence: evidenceHandlers,
    attachments: attachmentsHandlers,
    exchange: exchangeHandlers,
    filing: filingHandlers,
    grading: gradingHandlers,
    history: historyHandlers,
    inspectionPackage: inspectionPackageHandlers,
    measures: measuresHandlers,
    organisation: organisationHandlers,
    overview: overviewHandlers,
    people: peopleHandlers,
    powers: powersHandlers,
    publicity: publicityHandlers,
    rectification: rectificationHandlers,
    reportForms: reportFormsHandlers,
    reports: reportsHandlers,
    review: reviewHandlers,
    risks: risksHandlers,
    system: systemHandlers,
    warnings: warningsHandlers,
    years: yearsHandlers,
  })
}
