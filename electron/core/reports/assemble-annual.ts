import type { z } from 'zod'
import type { reportTextsSchema } from '#shared/contract/reports.ts'
import type { Locale } from '#shared/model/labels.ts'
import type { RegisterSnapshot } from '../archive/snapshot.ts'
import type { AnnualReport, OfficerRemarks } from './annual-report-model.ts'
import { assembleAdjustments, assembleComparison } from './assemble-changes.ts'
import { assembleMatrix } from './assemble-matrix.ts'
import { assembleMeasures } from './assemble-measures.ts'
import { methodsInUse, methodText } from './assemble-methods.ts'
import { assemblePowers } from './assemble-powers.ts'
import { assembleRisks } from './assemble-risks.ts'
import type { RiskParts } from './assemble-risks.ts'
import { assembleWarnings } from './assemble-warnings.ts'
import { wordsOf } from './assemble-words.ts'

export type ReportRemarks = z.infer<typeof reportTextsSchema>

export interface Assembly {
  readonly report: AnnualReport
  /** Points graded, whose grade nobody has accepted yet; no figure of the report, but worth a look before it. */
  readonly notAccepted: number
}

export interface AssemblyOrder {
  /** The latest frozen year before, to compare with. */
  readonly earlier: RegisterSnapshot | undefined
  readonly locale: Locale
  readonly texts: ReportRemarks
  /** Of the year's closed assessment, which the snapshot cannot hold. */
  readonly assessments?: AnnualReport['assessments']
  /** Told after every chunk of risk points how many have been read; lets other work have its turn. */
  readonly onChunk?: (read: number) => Promise<void>
}

/**
 * Everything the annual report prints, from one snapshot, whether it is today's register or a frozen year. The totals
 * are the database's counts, their parts are counted row by row: where the two disagree the report does not foot.
 */
export async function assembleAnnual(snapshot: RegisterSnapshot, { earlier, locale, texts, assessments = [], onChunk = async () => undefined }: AssemblyOrder): Promise<Assembly> {
  const words = await wordsOf(snapshot, locale)
  const powers = await assemblePowers(snapshot, words)
  const measures = await assembleMeasures(snapshot)
  const risks = await assembleRisks(snapshot, { words, powerNames: powers.names, measures: measures.contents, onChunk })
  const uses = await methodsInUse(snapshot, risks.points)
  const adjustments = await assembleAdjustments(snapshot, words)
  const matrix = assembleMatrix({ uses, points: risks.points, grades: risks.grades, words })
  const comparison = await assembleComparison(earlier, snapshot)
  const warnings = await assembleWarnings(snapshot, locale)
  const report: AnnualReport = {
    organisation: words.organisation.name,
    year: snapshot.year,
    locale,
    preparedOn: snapshot.takenOn,
    ...(texts.documentNo === undefined || texts.documentNo.trim() === '' ? {} : { documentNumber: texts.documentNo.trim() }),
    ...(snapshot.contentHash === undefined ? {} : { archiveHash: snapshot.contentHash }),
    grades: risks.grades,
    departmentsTotal: words.departmentsTotal,
    postsTotal: words.postsTotal,
    powers: { ...powers.figures, total: await snapshot.count('power'), withoutRiskPoints: powers.catalogue.length - risks.powersWithPoints },
    riskPoints: { ...risks.figures, total: await snapshot.count('risk-point') },
    ...(matrix && { matrix }),
    ...(comparison && { comparison }),
    gradeChanges: { total: await snapshot.count('grade-change'), ...directions(adjustments) },
    methods: uses.map(({ method }) => methodText(method, words)),
    measures: { ...measures.figures, ...pointsByMeasure(risks), total: await snapshot.count('control-measure') },
    ...(warnings && { warnings }),
    assessments,
    remarks: remarksOf(texts),
    powerCatalogue: powers.catalogue,
    riskList: risks.list,
    adjustments,
  }
  return { report, notAccepted: risks.notAccepted }
}

const directions = (rows: AnnualReport['adjustments']): { raised: number; lowered: number } => ({
  raised: rows.filter((row) => row.direction === 'raised').length,
  lowered: rows.filter((row) => row.direction === 'lowered').length,
})

const pointsByMeasure = ({ withMeasures, withoutMeasures }: RiskParts) => ({ pointsWithMeasures: withMeasures, pointsWithoutMeasures: withoutMeasures })

const paragraphs = (text: string | undefined): string[] => (text ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== '')

/** A line of the officer's text is a paragraph. */
function remarksOf({ work, problems, plans }: ReportRemarks): OfficerRemarks {
  return { workDone: paragraphs(work), problems: paragraphs(problems), plans: paragraphs(plans) }
}
