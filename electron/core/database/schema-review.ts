import type { Generated } from 'kysely'
import type { DecisionAction, ReExaminationCause } from '#shared/model/review/decisions.ts'
import type { EntryState } from '#shared/model/review/entry-states.ts'
import type { GradingDirection } from '#shared/model/states.ts'

export interface ReviewLadderTable { number: Generated<number>; id: string; definition: string; note: Generated<string>; created_at: string; created_by: string }

export interface CalendarDayTable { day: string; kind: 'off' | 'worked'; name: Generated<string> }

export interface ReviewSnapshotTable { hash: string; content: string }

export interface ReviewDecisionTable {
  number: Generated<number>
  id: string
  risk_point_id: string
  cycle: number
  action: DecisionAction
  from_state: EntryState
  to_state: EntryState
  role: string
  method_version_id: string | null
  factors: string | null
  score: number | null
  computed_grade: string | null
  overrides: string | null
  grade: string | null
  grade_rank: number | null
  /** Against the level before. */
  direction: GradingDirection
  reason: Generated<string>
  /** JSON: ids of attachments. */
  evidence: Generated<string>
  /** JSON: codes of what was looked at. */
  checklist: Generated<string>
  snapshot_hash: string | null
  person_id: string | null
  person: string
  decided_at: string
  decided_on: string
}

export interface ReviewCommentTable { number: Generated<number>; id: string; risk_point_id: string; text: string; person_id: string | null; person: string; written_at: string }

export interface ReExaminationTable {
  number: Generated<number>
  id: string
  risk_point_id: string
  cause: ReExaminationCause
  changes: string
  opened_at: string
  opened_by: string
  settled_at: string | null
  settled_by: string | null
  settled_how: string | null
}

export interface ReviewSampleTable { number: Generated<number>; id: string; seed: string; criteria: string; population: number; drawn_by: string; drawn_at: string }
export interface ReviewSamplePointTable { sample_id: string; position: number; risk_point_id: string; verdict: 'sound' | 'faulty' | null; note: Generated<string> }

export interface EntryTotalTable { entry_state: EntryState; department_id: string; grade_code: string; points: number }

/** Tables of migration part `review`. */
export interface ReviewSchema {
  review_ladder: ReviewLadderTable
  calendar_day: CalendarDayTable
  review_snapshot: ReviewSnapshotTable
  review_decision: ReviewDecisionTable
  review_comment: ReviewCommentTable
  re_examination: ReExaminationTable
  review_sample: ReviewSampleTable
  review_sample_point: ReviewSamplePointTable
  entry_total: EntryTotalTable
}
