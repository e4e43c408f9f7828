/** Everything a column of a known form can mean, in the words of the register. */
export const fields = [
  'serial', 'department', 'post', 'remarks',
  'code', 'type', 'name', 'subItem', 'legalBasis', 'exercisedBy', 'statutoryLimit', 'promisedLimit', 'feeBasis',
  'publicity', 'discretion', 'responsibilities', 'accountability',
  'step', 'category', 'title', 'manifestation', 'riskCount', 'grade', 'measures', 'existingRules',
  'directOwner', 'departmentHead', 'responsibleLeader', 'responsible', 'dueDate', 'reviewOpinion',
  'likelihood', 'consequence', 'total', 'overrides', 'selfGrade', 'departmentGrade', 'groupGrade',
  'reason', 'assessor', 'gradedOn',
  'codeScheme', 'benchmarkNo', 'benchmarkDate', 'steps', 'threeMajors', 'pastCase',
  'measure', 'measureKind', 'ownerDepartment', 'ownerPost', 'frequency', 'rhythmFrom', 'progress', 'doneOn', 'lastExecuted', 'executions', 'effectiveness', 'daysLate', 'basis', 'sharedMeasures', 'confirm', 'expectedGrade', 'verifiedGrade',
] as const

export type Field = (typeof fields)[number]

export type FormCode =
  | 'power-catalogue-a'
  | 'power-catalogue-b'
  | 'risk-list-9'
  | 'risk-list-10'
  | 'risk-situation-7'
  | 'risk-survey'
  | 'grading-sheet'
  | 'measure-list'

export interface FormColumn {
  field: Field
  /** What the column is called on forms, Chinese and English; `upper/lower` for the two levels of a joined header. */
  aliases: readonly string[]
  /** Without a value here a row is no row of this form. */
  required?: boolean
  /** How the items of a cell are told apart. */
  list?: 'numbered' | 'measures'
  kind?: 'text' | 'date' | 'count' | 'grade' | 'factor'
  /** By custom written only in the first of the rows it holds for. */
  carriedDown?: boolean
}

export interface FormDefinition {
  code: FormCode
  columns: readonly FormColumn[]
  /** Unknown columns are factors of a grading method that this program learns from the file. */
  freeFactors?: boolean
}
