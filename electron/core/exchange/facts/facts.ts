import type { MeasureFrequency } from '#shared/model/controls.ts'
import type { ConfirmCode, Discretion, MeasureProgress, MeasureTerm } from '#shared/model/states.ts'

/** Where in the file something stands; rows counted from 1, as the spreadsheet shows them. */
export interface Place { readonly sheet: string; readonly row: number }

/** How a row names the power it speaks of. */
export interface PowerRef {
  readonly name: string
  readonly code: string
  readonly subItem: string
  /** The form has a column for sub-items, so a blank one means there is none; otherwise a name alone may fit several powers. */
  readonly namesSubItems: boolean
}

export interface PowerFields {
  codeScheme: string
  typeCode: string
  exercisedBy: string
  statutoryLimit: string
  promisedLimit: string
  feeBasis: string
  publicity: string
  discretion: Discretion
  benchmarkNo: string
  benchmarkCalibratedOn: string
  duties: string
  liability: string
  remarks: string
  threeMajors: boolean
  pastCase: boolean
  legalBases: readonly string[]
}

/** What a row of a catalogue says; only what its cells hold. */
export interface PowerFacts {
  readonly kind: 'power'
  readonly place: Place
  readonly power: PowerRef
  readonly department: string
  readonly post: string
  readonly fields: Partial<PowerFields>
  readonly steps: readonly string[]
}

export interface PointFields {
  categoryCode: string
  title: string
  existingRules: string
  directOwner: string
  departmentHead: string
  responsibleLeader: string
  pastCase: boolean
}

/** A grade as a row gives it: stated, by factors, or both. */
export interface GradeFacts {
  /** Level code of the organisation's scale. */
  readonly stated: string | undefined
  /** Cells of factor columns, by the column's name or the factor's code. */
  readonly factors: ReadonlyMap<string, string>
  readonly reason: string
}

export interface MeasureFields {
  kindCode: string
  owner: string
  frequency: MeasureFrequency
  rhythmFrom: string
  term: MeasureTerm
  dueOn: string | null
  progress: MeasureProgress
  doneOn: string
  remarks: string
}

/** What a row of a list of risk points says: one point, or all points of a power. */
export interface RiskFacts {
  readonly kind: 'risk'
  readonly place: Place
  readonly power: PowerRef
  readonly department: string
  readonly post: string
  readonly step: string
  readonly manifestations: readonly string[]
  readonly fields: Partial<PointFields>
  /** The grade of the only point. */
  readonly grade: GradeFacts | undefined
  /** The grades of all points together, in the order written; which point has which is not said. */
  readonly mixedGrade: readonly string[]
  readonly measures: readonly string[]
  /** 'shared': the row lists its measures for all its points together. */
  readonly basis: 'stated' | 'shared'
  /** The open question that an exported list says the point has: its grade or place is no statement of anybody's. */
  readonly confirm: ConfirmCode | undefined
  /** Measures the point shares with others, in a list that tells the two apart. */
  readonly sharedMeasures: readonly string[]
  /** What the row says of each of its measures. */
  readonly measureFields: Partial<MeasureFields>
}

/** What a row of the program's own list of measures says: a measure, and one risk point it serves. */
export interface MeasureFacts {
  readonly kind: 'measure'
  readonly place: Place
  /** Rows of one file with the same mark are one measure. */
  readonly mark: string
  readonly content: string
  readonly department: string
  readonly fields: Partial<MeasureFields>
  /** The post that answers, and the department it belongs to. */
  readonly owner: { readonly department: string; readonly post: string }
  readonly power: PowerRef | undefined
  readonly manifestation: string
  readonly basis: 'stated' | 'shared'
}

export type Facts = PowerFacts | RiskFacts | MeasureFacts
