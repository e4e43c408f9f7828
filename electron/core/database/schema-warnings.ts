import type { Generated } from 'kysely'
import type { DisposalState, StepAction } from '#shared/model/warnings/disposal.ts'
import type { EventLink, EventState } from '#shared/model/warnings/events.ts'
import type { WarnedEntity, WarningRuleCode } from '#shared/model/warnings/rules.ts'

export interface WarningLevelTable {
  code: string
  label_zh: string
  label_en: string
  severity_rank: number
  colour: string
  needs_approval: 0 | 1
  /** JSON: working days by step. */
  terms: string
  active: Generated<0 | 1>
  revision: Generated<number>
}

export interface WarningRuleTable {
  code: WarningRuleCode
  position: number
  label_zh: string
  label_en: string
  enabled: 0 | 1
  level_code: string
  /** JSON: limits by name. */
  params: string
  revision: Generated<number>
}

export interface WarningSourceTable {
  code: string
  position: number
  label_zh: string
  label_en: string
  active: Generated<0 | 1>
  revision: Generated<number>
}

export interface WarningRunTable {
  number: Generated<number>
  id: string
  started_at: string
  started_on: string
  started_by: string
  finished_at: string | null
  found: Generated<number>
  seen: Generated<number>
  cleared: Generated<number>
  late: Generated<number>
}

export interface WarningTable {
  number: Generated<number>
  id: string
  rule_code: WarningRuleCode | null
  source_code: string | null
  subject_entity: WarnedEntity
  subject_id: string | null
  department_id: string | null
  power_id: string | null
  risk_point_id: string | null
  level_code: string
  level_rank: number
  object: string
  /** JSON: figures and names by which the reason is said. */
  reason: Generated<string>
  situation: Generated<string>
  state: Generated<DisposalState>
  closed: Generated<0 | 1>
  /** Local calendar date. */
  state_since: string
  due_on: string | null
  late_for: string | null
  escalations: Generated<number>
  needs_approval: Generated<0 | 1>
  approved: Generated<0 | 1>
  issue_year: number | null
  issue_number: number | null
  issued_on: string | null
  rectify_by: string | null
  found_at: string
  found_on: string
  found_by: string
  last_seen_on: string
  last_seen_run: number | null
  cleared_on: string | null
  closed_on: string | null
  revision: Generated<number>
}

export interface WarningStepTable {
  number: Generated<number>
  id: string
  warning_id: string
  action: StepAction
  from_state: DisposalState
  to_state: DisposalState
  role: string
  text: Generated<string>
  way: Generated<string>
  rectify_by: string | null
  /** JSON: ids of attachments. */
  evidence: Generated<string>
  level_code: string
  due_on: string | null
  was_due_on: string | null
  person: string
  person_id: string | null
  done_at: string
  done_on: string
}

/** Kept by triggers; '' stands for "no rule" or "no department". */
export interface WarningTotalTable {
  state: DisposalState
  level_code: string
  rule_code: string
  department_id: string
  warnings: number
}

export interface SupervisionBatchTable {
  number: Generated<number>
  id: string
  file_name: string
  file_hash: string
  events: number
  known: number
  rejected: number
  state: 'applied' | 'undone'
  imported_by: string
  imported_at: string
  undone_at: string | null
}

export interface SupervisionEventTable {
  number: Generated<number>
  id: string
  batch_id: string
  event_key: string
  event_no: string
  happened_at: string
  power_code: string
  power_name: string
  step: string
  case_no: string
  department: string
  kind: string
  level: string
  text: string
  department_id: string | null
  power_id: string | null
  risk_point_id: string | null
  linked_by: EventLink | null
  state: Generated<EventState>
  warning_id: string | null
  settled_reason: Generated<string>
  settled_by: string | null
  settled_at: string | null
  revision: Generated<number>
}

/** Tables of migration part `warnings`. */
export interface WarningsSchema {
  warning_level: WarningLevelTable
  warning_rule: WarningRuleTable
  warning_source: WarningSourceTable
  warning_run: WarningRunTable
  warning: WarningTable
  warning_step: WarningStepTable
  warning_total: WarningTotalTable
  supervision_batch: SupervisionBatchTable
  supervision_event: SupervisionEventTable
}
