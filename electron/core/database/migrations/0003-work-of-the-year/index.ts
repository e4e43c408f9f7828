import type { Migration } from '../migration.ts'
import { assessment } from './assessment.ts'
import { mappings } from './mappings.ts'
import { measures } from './measures.ts'
import { rectification } from './rectification.ts'
import { reportForms } from './report-forms.ts'
import { reports } from './reports.ts'
import { totals } from './totals.ts'
import { warnings } from './warnings.ts'

/** The work of the year: measures carried out and checked, warnings, rectification, assessment, reports, sheets read by hand; one part for each subject. */
export const workOfTheYear: Migration = {
  version: 3,
  name: 'work-of-the-year',
  sql: [measures, warnings, rectification, assessment, reports, reportForms, mappings, totals].join('\n'),
}
