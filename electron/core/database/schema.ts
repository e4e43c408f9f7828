import type { Generated, Selectable, Updateable } from 'kysely'
import type {
  AuditActorKind, Discretion, GradingDirection, GradingSource, GradingStage, MeasureProgress, MeasureTerm, RecordState, YearMark,
} from '#shared/model/states.ts'
import type { EntryKind } from '#shared/model/review/decisions.ts'
import type { WorkingRole } from '#shared/model/roles.ts'
import type { EntryState } from '#shared/model/review/entry-states.ts'
import type { MeasureEffectiveness, MeasureFrequency } from '#shared/model/controls.ts'
import type { AdjustmentsSchema } from './schema-adjustments.ts'
import type { AssessmentSchema } from './schema-assessment.ts'
import type { AttachmentsSchema } from './schema-attachments.ts'
import type { ControlsSchema } from './schema-controls.ts'
import type { EvidenceSchema } from './schema-evidence.ts'
import type { MappingsSchema } from './schema-mappings.ts'
import type { PeopleSchema } from './schema-people.ts'
import type { PublicitySchema } from './schema-publicity.ts'
import type { RectificationSchema } from './schema-rectification.ts'
import type { ReportFormsSchema } from './schema-report-forms.ts'
import type { ReportsSchema } from './schema-reports.ts'
import type { ReviewSchema } from './schema-review.ts'
import type { TotalsSchema } from './schema-totals.ts'
import type { WarningsSchema } from './schema-warnings.ts'
import type { YearsSchema } from './schema-years.ts'

/** Columns that every record of the register carries. Times are UTC ISO 8601 with milliseconds. */
interface Recorded {
  number: Generated<number>
  id: string
  state: Generated<RecordState>
  revision: Generated<number>
  created_at: string
  updated_at: string
}

export interface OrganisationTable {
  number: Generated<number>
  id: string
  name: string
  credit_code: string | null
  region_code: string | null
  level: 'province' | 'city' | 'county' | 'township' | null
  parent_name: string | null
  scale_code: string
  revision: Generated<number>
  created_at: string
  updated_at: string
}

export interface DepartmentTable extends Recorded {
  organisation_id: string
  name: string
  name_key: string
  position: number
  head_title: string | null
}

export interface PostTable extends Recorded {
  department_id: string
  name: string
  name_key: string
  duties: string | null
}

export interface VocabularyTable {
  kind: 'power-type' | 'risk-category' | 'measure-kind' | 'responsible-role'
  code: string
  position: number
  label_zh: string
  label_en: string
  /** JSON array of words that mean this code in workbooks. */
  aliases: Generated<string>
  active: Generated<0 | 1>
  revision: Generated<number>
}

export interface ScaleTable {
  code: string
  label_zh: string
  label_en: string
  /** JSON: ScaleLevel[] of shared/model/scales. */
  levels: string
  revision: Generated<number>
}

export interface PowerTable extends Recorded {
  department_id: string | null
  post_id: string | null
  type_code: string | null
  code: string | null
  code_scheme: string | null
  name: string
  name_key: string
  sub_item: Generated<string>
  exercised_by: string | null
  statutory_limit: string | null
  promised_limit: string | null
  fee_basis: string | null
  publicity: string | null
  discretion: Generated<Discretion>
  benchmark_no: string | null
  benchmark_calibrated_on: string | null
  duties: string | null
  liability: string | null
  remarks: string | null
  three_majors: Generated<0 | 1>
  past_case: Generated<0 | 1>
  /** Kept by triggers. */
  risk_count: Generated<number>
  /** Kept by triggers. */
  step_count: Generated<number>
  /** What the working year has done to the record; kept by triggers, null where it was withdrawn before. */
  year_mark: Generated<YearMark | null>
}

export interface LegalBasisTable { id: string; power_id: string; position: number; text: string }
export interface ProcessStepTable { id: string; power_id: string; position: number; name: string; name_key: string }

export interface GradingMethodTable {
  id: string
  code: string
  label_zh: string
  label_en: string
  position: number
  created_at: string
}

export interface GradingMethodVersionTable {
  id: string
  method_id: string
  version: number
  /** JSON: MethodDefinition of shared/model/grading. */
  definition: string
  note: Generated<string>
  created_at: string
  created_by: string
}

export interface MethodInForceTable { number: Generated<number>; method_version_id: string; since: string; set_by: string }

export interface RiskPointTable extends Recorded {
  power_id: string
  department_id: string | null
  post_id: string | null
  step_id: string | null
  category_code: string | null
  title: string | null
  manifestation: string
  manifestation_key: string
  existing_rules: string | null
  direct_owner: string | null
  department_head: string | null
  responsible_leader: string | null
  past_case: Generated<0 | 1>
  /** The grading that counts now; the four columns after it repeat it so that lists need no join. */
  grading_id: string | null
  grade_code: string | null
  grade_rank: number | null
  grading_stage: GradingStage | null
  likelihood: number | null
  consequence: number | null
  /** Where the entry stands on its way from draft to in force. */
  entry_state: Generated<EntryState>
  entry_cycle: Generated<number>
  entry_kind: Generated<EntryKind>
  /** UTC instant at which the state was reached. */
  entry_since: string | null
  /** Local calendar date by which the step that is waited for is due. */
  entry_due_on: string | null
  /** Place in the ladder of the step that is waited for. */
  entry_step: Generated<number>
  entry_ladder: number | null
  /** The grade proposed now. */
  entry_grade: string | null
  entry_grade_rank: number | null
  /** The heaviest grade anybody gave on this way. */
  entry_heaviest: string | null
  /** Whose agreement a lowering still needs. */
  entry_needs: WorkingRole | null
  /** The higher role asked in place of the usual ones. */
  entry_asked: WorkingRole | null
  entry_lowered: Generated<0 | 1>
  /** The grade the organisation stands by. */
  determined_grade: string | null
  determined_rank: number | null
  to_re_examine: Generated<0 | 1>
  /** Why a person has to look at this point again, e.g. 'grade.split'; null when nothing is open. */
  confirm_code: string | null
  /** Kept by triggers. */
  measure_count: Generated<number>
  /** What the working year has done to the record; kept by triggers, null where it was withdrawn before. */
  year_mark: Generated<YearMark | null>
  /** 1: the grade was carried over from the year before and nobody has confirmed it in this one. */
  grade_to_confirm: Generated<0 | 1>
  /** The version of the method by which the grade that stands was given; kept by triggers. */
  grading_version_id: string | null
  /** The grade it would have once its planned measures work. */
  expected_grade: string | null
  expected_rank: number | null
  /** The grade found after inspection. */
  verified_grade: string | null
  verified_rank: number | null
}

export interface GradingTable {
  number: Generated<number>
  id: string
  risk_point_id: string
  method_version_id: string
  stage: GradingStage
  factors: string
  score: number | null
  computed_grade: string
  overrides: string
  final_grade: string
  final_rank: number
  direction: GradingDirection
  approver: string | null
  reason: Generated<string>
  source: GradingSource
  batch_id: string | null
  graded_by: string
  graded_at: string
  /** Local calendar date. */
  graded_on: string
}

export interface ControlMeasureTable extends Recorded {
  department_id: string | null
  kind_code: string | null
  content: string
  content_key: string
  owner: string | null
  owner_post_id: string | null
  /** Of a recurring measure, whose `due_on` is the day it is next due. */
  frequency: MeasureFrequency | null
  /** The day the periods of a recurring measure are counted from. */
  rhythm_from: string | null
  effectiveness: MeasureEffectiveness | null
  execution_count: Generated<number>
  /** Local calendar date of the last execution. */
  last_done_on: string | null
  due_on: string | null
  term: Generated<MeasureTerm>
  progress: Generated<MeasureProgress>
  done_on: string | null
  remarks: string | null
  /** Kept by triggers. */
  risk_count: Generated<number>
  /** What the working year has done to the record; kept by triggers, null where it was withdrawn before. */
  year_mark: Generated<YearMark | null>
}

export interface RiskPointMeasureTable {
  risk_point_id: string
  measure_id: string
  position: number
  /** 'stated' for this point by name; 'shared' where a form listed it for all points of a row. */
  basis: 'stated' | 'shared'
}

export interface ImportBatchTable {
  number: Generated<number>
  id: string
  file_name: string
  file_hash: string
  form_codes: string
  summary: string
  state: 'applied' | 'undone'
  imported_by: string
  imported_at: string
  undone_at: string | null
}

export interface ColumnMappingTable { form_code: string; header_key: string; field: string }

export interface AuditEntryTable {
  number: Generated<number>
  id: string
  at: string
  actor_kind: AuditActorKind
  actor: string
  action: string
  entity: string
  entity_id: string
  before: string | null
  after: string | null
  batch_id: string | null
  actor_id: Generated<string | null>
  sealed: Generated<string | null>
  /** Over the entry before and this one. */
  hash: Generated<string>
}

export interface ArchiveTable {
  number: Generated<number>
  id: string
  year: number
  frozen_at: string
  frozen_by: string
  content_hash: string
  row_total: number
}
export interface ArchiveRowTable { archive_number: number; entity: string; position: number; entity_id: string; content: string }
export interface PreferenceTable { key: string; value: string }

/** Totals are kept by triggers; '' stands for none set. */
export interface RiskPointTotalTable {
  category_code: string
  grade_code: string
  grading_stage: string
  confirm_code: string
  has_measure: 0 | 1
  points: number
}
export interface RiskPointDepartmentTotalTable { department_id: string; grade_code: string; points: number }
export interface RiskPointCellTotalTable { likelihood: number; consequence: number; grade_code: string; points: number }
export interface PowerTotalTable {
  type_code: string
  discretion: string
  has_benchmark: 0 | 1
  has_risk: 0 | 1
  has_step: 0 | 1
  powers: number
}
export interface PowerDepartmentTotalTable { department_id: string; powers: number }
export interface ControlMeasureTotalTable {
  kind_code: string
  progress: string
  term: string
  has_owner: 0 | 1
  measures: number
}
export interface ControlMeasureDepartmentTotalTable { department_id: string; measures: number }

/** The tables as Kysely sees them; kept equal to the migrations by a test that compares both. */
export interface Schema extends PeopleSchema, AttachmentsSchema, ReviewSchema, PublicitySchema, AdjustmentsSchema, YearsSchema, EvidenceSchema, ControlsSchema, WarningsSchema, RectificationSchema, AssessmentSchema, ReportsSchema, ReportFormsSchema, MappingsSchema, TotalsSchema {
  organisation: OrganisationTable
  department: DepartmentTable
  post: PostTable
  vocabulary: VocabularyTable
  scale: ScaleTable
  power: PowerTable
  legal_basis: LegalBasisTable
  process_step: ProcessStepTable
  grading_method: GradingMethodTable
  grading_method_version: GradingMethodVersionTable
  method_in_force: MethodInForceTable
  risk_point: RiskPointTable
  grading: GradingTable
  control_measure: ControlMeasureTable
  risk_point_measure: RiskPointMeasureTable
  import_batch: ImportBatchTable
  column_mapping: ColumnMappingTable
  audit_entry: AuditEntryTable
  archive: ArchiveTable
  archive_row: ArchiveRowTable
  preference: PreferenceTable
  risk_point_total: RiskPointTotalTable
  risk_point_department_total: RiskPointDepartmentTotalTable
  risk_point_cell_total: RiskPointCellTotalTable
  power_total: PowerTotalTable
  power_department_total: PowerDepartmentTotalTable
  control_measure_total: ControlMeasureTotalTable
  control_measure_department_total: ControlMeasureDepartmentTotalTable
}

export type Row<T extends keyof Schema> = Selectable<Schema[T]>
export type RowChange<T extends keyof Schema> = Updateable<Schema[T]>
