import { adjustments } from './adjustments.ts'
import { publicity } from './publicity.ts'
import { warnings } from './warnings.ts'
import { rectification } from './rectification.ts'
import { consistency } from './consistency.ts'
import { assessment } from './assessment.ts'
import { cli } from './cli.ts'
import { common } from './common.ts'
import { desktop } from './desktop.ts'
import { errors } from './errors.ts'
import { exchange } from './exchange.ts'
import { fields } from './fields.ts'
import { grading } from './grading.ts'
import { grid } from './grid.ts'
import { history } from './history.ts'
import { inspectionPackage } from './inspection-package.ts'
import { issues } from './issues.ts'
import { log } from './log.ts'
import { measures } from './measures.ts'
import { overview } from './overview.ts'
import { people } from './people.ts'
import { powers } from './powers.ts'
import { reportKinds } from './report-kinds.ts'
import { reportForms } from './report-forms.ts'
import { reports } from './reports.ts'
import { review } from './review.ts'
import { risks } from './risks.ts'
import { settings } from './settings.ts'
import { sheets } from './sheets.ts'
import { shell } from './shell.ts'
import { start } from './start.ts'
import { states } from './states.ts'
import { years } from './years.ts'

export const en = {
  adjustments,
  assessment,
  cli,
  common,
  consistency,
  desktop,
  errors,
  exchange,
  fields,
  grading,
  grid,
  history,
  inspectionPackage,
  issues,
  log,
  measures,
  overview,
  people,
  powers,
  publicity,
  rectification,
  reportKinds,
  reportForms,
  reports,
  review,
  risks,
  settings,
  sheets,
  shell,
  start,
  states,
  warnings,
  years,
} as const
