import type { Generated } from 'kysely'
import type { ConsistencyLevel } from '#shared/model/consistency/rules.ts'
import type { RectificationAction, RectificationSource, RectificationState } from '#shared/model/rectification.ts'

export interface RectificationTable {
  number: Generated<number>
  id: string
  problem: string
  cause: Generated<string>
  source: RectificationSource
  source_note: Generated<string>
  /** Local calendar dates. */
  found_on: string
  subject_entity: string | null
  subject_id: string | null
  rule: string | null
  department_id: string | null
  owner_post_id: string | null
  owner: Generated<string>
  owner_id: string | null
  measure: Generated<string>
  due_on: string
  state: Generated<RectificationState>
  outcome: Generated<string>
  rectified_on: string | null
  rectified_by: string | null
  closed_on: string | null
  closed_by: string | null
  recorded_by: string
  recorded_by_id: string | null
  recorded_at: string
  revision: Generated<number>
  updated_at: string
}

export interface RectificationStepTable {
  number: Generated<number>
  id: string
  rectification_id: string
  action: RectificationAction
  from_state: RectificationState | null
  to_state: RectificationState
  text: Generated<string>
  due_on: string
  /** JSON: ids of attachments. */
  evidence: Generated<string>
  person_id: string | null
  person: string
  done_at: string
  done_on: string
}

export interface ConsistencyLevelTable { rule: string; level: ConsistencyLevel }

/** Tables of migration part `rectification`. */
export interface RectificationSchema {
  rectification: RectificationTable
  rectification_step: RectificationStepTable
  consistency_level: ConsistencyLevelTable
}
