import type { AttachedEntity } from './attachments.ts'
import type { ReportEdition } from './report-editions.ts'

/** What an inspector asks to see, in the order he asks for it. */
export const packageItems = [
  'plan', 'minutes', 'catalogue', 'flowcharts', 'survey', 'grading', 'risk-list', 'publicity', 'filing', 'rules', 'commitments', 'warnings', 'adjustments', 'self-report', 'rectification', 'assessment', 'results', 'training', 'log',
] as const
export type PackageItemCode = (typeof packageItems)[number]

/** A kind of report and what it is written as; PDF is a matter of the order. */
export interface PackagedKind { readonly code: string; readonly formats: readonly ('docx' | 'xlsx')[] }

export interface PackageItem {
  /** Kinds of report the register writes for it. */
  readonly kinds: readonly PackagedKind[]
  /** Whether the office hands in documents of its own. */
  readonly own: boolean
  /** Records whose attached files belong to it. */
  readonly attachedTo: readonly AttachedEntity[]
  /** Items of the assessment form it is evidence for, by their codes. */
  readonly indicators: readonly string[]
}

/** A long list also goes in as a workbook, where it can be searched. */
const listed = (code: string): PackagedKind => ({ code, formats: ['docx', 'xlsx'] })
const sheet = (code: string): PackagedKind => ({ code, formats: ['docx'] })

const item = (given: Partial<PackageItem>): PackageItem => ({ kinds: [], own: false, attachedTo: [], indicators: [], ...given })

/** Where each item comes from. What the register can write it writes; the rest the office attaches. */
export const packageContents: Readonly<Record<PackageItemCode, PackageItem>> = {
  plan: item({ own: true, indicators: ['lead-duties', 'lead-plan'] }),
  minutes: item({ own: true, indicators: ['lead-meetings'] }),
  catalogue: item({ kinds: [listed('catalogue-a'), listed('catalogue-b')], attachedTo: ['power'], indicators: ['powers-complete', 'legal-basis', 'benchmark'] }),
  flowcharts: item({ kinds: [sheet('control-chart')], indicators: ['flowchart'] }),
  survey: item({ kinds: [listed('survey')], indicators: ['powers-with-points', 'points-with-post', 'risks-concrete'] }),
  grading: item({ kinds: [listed('grading-sheet'), listed('high-risks')], attachedTo: ['risk-point'], indicators: ['points-graded', 'reviewed-in-time', 'grade-change-reason'] }),
  'risk-list': item({ kinds: [listed('risk-list'), listed('risk-list-10')], attachedTo: ['control-measure', 'measure-execution'], indicators: ['heaviest-measures', 'points-with-measures', 'measures-owner', 'measures-on-time', 'measures-evidenced', 'measures-sound'] }),
  publicity: item({ kinds: [sheet('publicity-list')], attachedTo: ['publicity', 'objection'], indicators: ['points-published'] }),
  filing: item({ kinds: [sheet('filing-sheet')], attachedTo: ['filing'], indicators: ['points-filed'] }),
  rules: item({ own: true }),
  commitments: item({ own: true, indicators: ['lead-training'] }),
  warnings: item({ kinds: [listed('warning-ledger'), sheet('warning-sheet')], attachedTo: ['warning'], indicators: ['warnings-settled', 'warnings-not-escalated'] }),
  adjustments: item({ kinds: [listed('adjustments'), sheet('change-sheet')], attachedTo: ['adjustment'], indicators: ['adjustments-in-time', 're-examinations', 'grades-confirmed'] }),
  'self-report': item({ kinds: [sheet('annual')], own: true }),
  rectification: item({ kinds: [listed('rectification-ledger')], attachedTo: ['rectification'], indicators: ['rectified-in-time'] }),
  assessment: item({ kinds: [listed('assessment-results'), listed('assessment-form')], attachedTo: ['assessment-item'] }),
  results: item({ own: true }),
  training: item({ own: true, indicators: ['lead-training'] }),
  log: item({}),
}

/** `01`, by which the folders of the package sort as the list does. */
export const itemNumber = (code: PackageItemCode): string => String(packageItems.indexOf(code) + 1).padStart(2, '0')

/** Editions that carry the log: it names who did what. */
export const carriesLog = (edition: ReportEdition): boolean => edition !== 'public'

/**
 * How an item stands: written by the register or handed in; still missing; or not applicable, with a reason. An item
 * the register writes is missing where the register has nothing to write.
 */
export const itemStates = ['there', 'missing', 'not-applicable'] as const
export type ItemState = (typeof itemStates)[number]

export function stateOf({ files, reports, notApplicable }: { readonly files: number; readonly reports: number; readonly notApplicable: string | null }): ItemState {
  if (files + reports > 0) return 'there'
  return notApplicable === null ? 'missing' : 'not-applicable'
}
