import type { MeasureFrequency } from '#shared/model/controls.ts'
import type { Discretion, GradingStage, ConfirmCode, GradingDirection, MeasureProgress, MeasureTerm } from '#shared/model/states.ts'
import type { Factors } from '#shared/contract/grading.ts'
import { foldText } from '#shared/model/text-key.ts'
import type { Place } from '../facts/facts.ts'

/**
 * A record's id; for one that is only planned a mark of its own, which apply replaces by the id it gives.
 */
export type Ref = string

/** A record of the register as an import will leave it, beside how it stands. Nothing is written while planning. */
export interface Draft<Values> {
  readonly ref: Ref
  /** Behind all standing numbers where the record is new. */
  readonly number: number
  /** undefined for a new record. */
  readonly standing: Values | undefined
  readonly now: Values
  /** Where the file first speaks of it; undefined while it has not. */
  place: Place | undefined
}

export interface NamedDraft { readonly ref: Ref; readonly name: string; readonly isNew: boolean }
export interface PostDraft extends NamedDraft { readonly departmentRef: Ref }

export interface StepValue { readonly ref: Ref; readonly name: string }

export interface PowerValues {
  code: string | null
  codeScheme: string | null
  typeCode: string | null
  name: string
  subItem: string
  departmentId: Ref | null
  postId: Ref | null
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
  legalBases: readonly string[]
  steps: readonly StepValue[]
}

export interface PowerDraft extends Draft<PowerValues> {
  /** In force on this power, by manifestation key. */
  readonly points: Map<string, PointDraft>
  /** Linked to points of this power, by content key. */
  readonly measures: Map<string, MeasureDraft>
  /** The row of this file that listed it as a power of a catalogue. */
  listedAt: Place | undefined
}

export interface PointValues {
  departmentId: Ref | null
  postId: Ref | null
  stepId: Ref | null
  categoryCode: string | null
  title: string | null
  manifestation: string
  existingRules: string | null
  directOwner: string | null
  departmentHead: string | null
  responsibleLeader: string | null
  pastCase: boolean
  confirmCode: ConfirmCode | null
}

export interface StandingGrade {
  readonly code: string
  readonly rank: number
  readonly stage: GradingStage
  readonly likelihood: number | null
  readonly consequence: number | null
  /** A person judged the point or its grade was accepted at some time; otherwise only forms have spoken of it. */
  readonly firm: boolean
  /** The entry lies with reviewers or is in force: its grade is changed by review alone. */
  readonly settled: boolean
}

/** A grading an import is going to append. */
export interface PlannedGrading {
  /** undefined: by the method for grades that forms state. */
  readonly methodVersionId: string | undefined
  readonly factors: Factors
  readonly score: number | null
  readonly computedGrade: string
  readonly overrides: readonly string[]
  readonly finalGrade: string
  readonly finalRank: number
  readonly direction: GradingDirection
  readonly reason: string
}

export interface LinkValue { readonly position: number; readonly basis: 'stated' | 'shared' }

export interface PointDraft extends Draft<PointValues> {
  /** Reviewers have it before them: it is not changed under their eyes. */
  readonly underReview: boolean
  readonly power: PowerDraft
  readonly key: string
  readonly standingGrade: StandingGrade | undefined
  grading: PlannedGrading | undefined
  /** What rows of this file said of it, so that no later row contradicts an earlier one. */
  readonly said: { place: Place; grade: string | undefined; departmentKey: string }[]
  /** The leader a row named; one that follows from the grade does not take his place. */
  namedLeader: string | undefined
  readonly standingLinks: ReadonlyMap<Ref, LinkValue>
  /** Measures stated for this very point by this file, in order. */
  readonly statedMeasures: Map<Ref, MeasureDraft>
  /** Measures this file ties to it one by one; they leave all other links alone. */
  readonly singleLinks: Map<Ref, 'stated' | 'shared'>
  /** As the import leaves them; settled when all rows have been read. */
  links: ReadonlyMap<Ref, LinkValue>
}

export interface MeasureValues {
  departmentId: Ref | null
  kindCode: string | null
  content: string
  owner: string | null
  ownerPostId: Ref | null
  frequency: MeasureFrequency | null
  rhythmFrom: string | null
  term: MeasureTerm
  dueOn: string | null
  progress: MeasureProgress
  doneOn: string | null
  remarks: string | null
}

export interface MeasureDraft extends Draft<MeasureValues> {
  readonly key: string
}

/** Texts are the same when they differ in nothing but width and spacing. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a === b || foldText(a) === foldText(b)
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, index) => sameValue(one, b[index]))
  return a === b
}

/** Takes over what a row holds. A text that says the same as what stands leaves it as it stands. */
export function takeOver<Values extends object>(draft: Draft<Values>, fields: Partial<Values>): void {
  for (const [field, value] of Object.entries(fields) as [keyof Values, Values[keyof Values]][]) {
    if (value !== undefined && !sameValue(draft.now[field], value)) draft.now[field] = value
  }
}

/** The fields an import changes; all that are filled where the record is new. */
export function changedFields<Values extends object>({ standing, now }: Draft<Values>): (keyof Values)[] {
  const fields = Object.keys(now) as (keyof Values)[]
  return fields.filter((field) => (standing === undefined ? isFilled(now[field]) : JSON.stringify(now[field]) !== JSON.stringify(standing[field])))
}

const isFilled = (value: unknown): boolean => value !== null && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0)
