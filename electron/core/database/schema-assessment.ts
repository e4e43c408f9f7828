import type { Generated } from 'kysely'
import type { Rater } from '#shared/model/assessment/definition.ts'
import type { IndicatorCode } from '#shared/model/assessment/indicators.ts'
import type { AnswerOutcome, CampaignBasis, CampaignState, DepartmentStep, ScoreKind } from '#shared/model/assessment/states.ts'
import type { RecordState } from '#shared/model/states.ts'

export interface AssessmentTemplateTable {
  number: Generated<number>
  id: string
  label_zh: string
  label_en: string
  state: Generated<RecordState>
  created_at: string
}

export interface AssessmentTemplateVersionTable {
  number: Generated<number>
  id: string
  template_id: string
  version: number
  /** JSON: Template of shared/model/assessment. */
  definition: string
  note: Generated<string>
  created_by: string
  created_at: string
}

export interface AssessmentCampaignTable {
  number: Generated<number>
  id: string
  year: number
  template_id: string
  template_version_id: string
  title: string
  basis: CampaignBasis
  archive_hash: string | null
  round: Generated<number>
  /** The day whose register the figures describe. */
  figures_on: string
  state: Generated<CampaignState>
  self_due_on: string
  office_due_on: string
  lead_due_on: string
  object_until: string | null
  opened_by: string
  opened_at: string
  published_by: string | null
  published_at: string | null
  closed_by: string | null
  closed_at: string | null
  result_hash: string | null
  revision: Generated<number>
}

export interface CampaignDepartmentTable {
  number: Generated<number>
  id: string
  campaign_id: string
  department_id: string
  name: string
  position: number
  step: DepartmentStep
  returned: Generated<string>
}

export interface CampaignItemTable { number: Generated<number>; id: string; campaign_department_id: string; code: string }

export interface CampaignIndicatorTable {
  number: Generated<number>
  id: string
  campaign_department_id: string
  indicator: IndicatorCode
  round: number
  counts: number
  total: number
}

export interface AssessmentScoreTable {
  number: Generated<number>
  id: string
  campaign_item_id: string
  rater: Rater
  kind: ScoreKind
  /** Hundredths of a point, like the two after it. */
  score: number
  computed: number | null
  previous: number | null
  reason: Generated<string>
  objection_id: string | null
  person_id: string | null
  person: string
  scored_at: string
}

export interface AssessmentVetoTable {
  number: Generated<number>
  id: string
  campaign_department_id: string
  veto: string
  fires: 0 | 1
  reason: string
  person_id: string | null
  person: string
  set_at: string
}

export interface AssessmentObjectionTable {
  number: Generated<number>
  id: string
  campaign_item_id: string
  text: string
  raised_by: string
  raised_by_id: string | null
  raised_at: string
}

export interface AssessmentAnswerTable {
  number: Generated<number>
  id: string
  objection_id: string
  outcome: AnswerOutcome
  text: string
  answered_by: string
  answered_by_id: string | null
  answered_at: string
}

export interface AssessmentResultTable {
  number: Generated<number>
  id: string
  campaign_id: string
  department_id: string
  place: number
  /** Hundredths of a point. */
  total: number
  band: string
  /** JSON: ClosedResult. */
  content: string
}

/** Tables of migration part `assessment`. */
export interface AssessmentSchema {
  assessment_template: AssessmentTemplateTable
  assessment_template_version: AssessmentTemplateVersionTable
  assessment_campaign: AssessmentCampaignTable
  campaign_department: CampaignDepartmentTable
  campaign_item: CampaignItemTable
  campaign_indicator: CampaignIndicatorTable
  assessment_score: AssessmentScoreTable
  assessment_veto: AssessmentVetoTable
  assessment_objection: AssessmentObjectionTable
  assessment_answer: AssessmentAnswerTable
  assessment_result: AssessmentResultTable
}
