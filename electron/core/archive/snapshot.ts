import type { Factors } from '#shared/contract/grading.ts'
import type { Organisation, VocabularyKind } from '#shared/contract/organisation.ts'
import type { MethodDefinition } from '#shared/model/grading/definition.ts'
import type { MeasureEffectiveness, MeasureFrequency } from '#shared/model/controls.ts'
import type { Labels } from '#shared/model/labels.ts'
import type { DisposalState } from '#shared/model/warnings/disposal.ts'
import type { Scale } from '#shared/model/scales.ts'
import type { Discretion, GradingDirection, GradingStage, MeasureProgress, MeasureTerm, RecordState } from '#shared/model/states.ts'

/** When and by whom a year was frozen; lies among the rows so that the archive's hash covers it. */
export interface SnapshotYear {
  year: number
  frozenAt: string
  frozenOn: string
  frozenBy: string
  /** The last entry of the log before the freezing. Years frozen before the log was chained have none. */
  log?: { number: number; hash: string }
}

export type SnapshotOrganisation = Omit<Organisation, 'revision'>

export interface SnapshotDepartment { id: string; name: string; position: number; headTitle: string | null; state: RecordState }

export interface SnapshotPost { id: string; departmentId: string; name: string; duties: string | null; state: RecordState }

export interface SnapshotVocabulary { kind: VocabularyKind; code: string; position: number; labels: Labels; active: boolean }

export interface SnapshotMethod { id: string; methodCode: string; labels: Labels; version: number; definition: MethodDefinition; note: string; inForce: boolean }

export interface SnapshotPower {
  id: string
  number: number
  departmentId: string | null
  postId: string | null
  typeCode: string | null
  code: string | null
  codeScheme: string | null
  name: string
  subItem: string
  exercisedBy: string | null
  statutoryLimit: string | null
  promisedLimit: string | null
  feeBasis: string | null
  publicity: string | null
  discretion: Discretion
  benchmarkNo: string | null
  benchmarkCalibratedOn: string | null
  duties: string | null
  liability: string | null
  remarks: string | null
  threeMajors: boolean
  pastCase: boolean
  legalBases: string[]
  steps: { id: string; name: string }[]
}

/** The grading that counts, with all that led to it. */
export interface SnapshotGrading {
  id: string
  stage: GradingStage
  methodVersionId: string
  factors: Factors
  score: number | null
  computedGrade: string
  overrides: string[]
  finalGrade: string
  finalRank: number
  direction: GradingDirection
  approver: string | null
  reason: string
  gradedBy: string
  gradedOn: string
}

export interface SnapshotRiskPoint {
  id: string
  number: number
  powerId: string
  departmentId: string | null
  postId: string | null
  stepId: string | null
  categoryCode: string | null
  title: string | null
  manifestation: string
  existingRules: string | null
  directOwner: string | null
  departmentHead: string | null
  responsibleLeader: string | null
  pastCase: boolean
  confirmCode: string | null
  /** null while ungraded. */
  grading: SnapshotGrading | null
  /** Ids of the measures in force, in the point's order. */
  measureIds: string[]
}

export interface SnapshotMeasure {
  id: string
  number: number
  departmentId: string | null
  kindCode: string | null
  content: string
  owner: string | null
  /** Years frozen before a measure could have a post, a frequency or a rating have none of these. */
  ownerPostId?: string | null
  frequency?: MeasureFrequency | null
  effectiveness?: MeasureEffectiveness | null
  executionCount?: number
  term: MeasureTerm
  dueOn: string | null
  progress: MeasureProgress
  doneOn: string | null
  remarks: string | null
}

/** One change of a grade in the year: against the grade that stood or, with none before, against what the method gave. */
export interface SnapshotGradeChange {
  id: string
  riskPointId: string
  departmentId: string | null
  powerName: string
  title: string | null
  manifestation: string
  /** Local calendar date. */
  on: string
  from: string
  to: string
  direction: 'raised' | 'lowered'
  reason: string
  approver: string | null
  gradedBy: string
}

/** A warning that was issued in the year, as it stood on the day. */
export interface SnapshotWarning { id: string; levelCode: string; issuedOn: string; state: DisposalState; closedOn: string | null }

export interface SnapshotWarningLevel { code: string; labels: Labels; severityRank: number }

/** What a snapshot of the register holds, by entity. */
export interface SnapshotContent {
  archive: SnapshotYear
  'control-measure': SnapshotMeasure
  department: SnapshotDepartment
  'grade-change': SnapshotGradeChange
  'method-version': SnapshotMethod
  organisation: SnapshotOrganisation
  post: SnapshotPost
  power: SnapshotPower
  'risk-point': SnapshotRiskPoint
  scale: Scale
  vocabulary: SnapshotVocabulary
  warning: SnapshotWarning
  'warning-level': SnapshotWarningLevel
}
export type SnapshotEntity = keyof SnapshotContent

/** In order of their codes: the order in which an archive is written, hashed and read back. */
export const snapshotEntities = [
  'archive', 'control-measure', 'department', 'grade-change', 'method-version', 'organisation', 'post', 'power', 'risk-point', 'scale', 'vocabulary', 'warning', 'warning-level',
] as const satisfies readonly SnapshotEntity[]

/** The id under which a row of an archive is found. */
export function idOf(row: SnapshotContent[SnapshotEntity]): string {
  if ('id' in row) return row.id
  if ('kind' in row) return `${row.kind}:${row.code}`
  return 'year' in row ? String(row.year) : row.code
}

/** The register as of one day, whether read from today's tables or from a frozen year. */
export interface RegisterSnapshot {
  readonly source: 'register' | 'archive'
  readonly year: number
  /** Local calendar date on which it held. */
  readonly takenOn: string
  /** SHA-256 of a frozen year. */
  readonly contentHash?: string
  /** Rows in chunks, always in the same order. */
  rows<E extends SnapshotEntity>(entity: E): AsyncIterable<SnapshotContent[E][]>
  /** Counted by the database, not by reading rows: what `rows` yields is held against it. */
  count(entity: SnapshotEntity): Promise<number>
}

/** All rows of an entity at once. */
export async function allRows<E extends SnapshotEntity>(snapshot: RegisterSnapshot, entity: E): Promise<SnapshotContent[E][]> {
  const chunks: SnapshotContent[E][][] = []
  for await (const chunk of snapshot.rows(entity)) chunks.push(chunk)
  return chunks.flat()
}
