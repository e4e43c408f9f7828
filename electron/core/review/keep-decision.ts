import type { DecisionAction } from '#shared/model/review/decisions.ts'
import type { EntryState } from '#shared/model/review/entry-states.ts'
import type { GradingDirection } from '#shared/model/states.ts'
import type { Change } from '../database/database.ts'
import type { RowChange } from '../database/schema.ts'
import type { Entry, Level } from './entries.ts'
import { keepSnapshot } from './looked-at.ts'
import type { Snapshot } from './looked-at.ts'

/** One decision with what it does to the entry. */
export interface Decision {
  readonly action: DecisionAction
  readonly to: EntryState
  /** In which role it is taken; 'service' for what the program does by itself. */
  readonly role: string
  /** The grade the level stands by; absent where the decision is not about one. */
  readonly level?: Level | undefined
  readonly direction?: GradingDirection | undefined
  readonly reason?: string | undefined
  readonly evidence?: readonly string[] | undefined
  readonly checklist?: readonly string[] | undefined
  /** What was looked at. */
  readonly snapshot?: Snapshot | undefined
  /** Further columns of the entry that follow from it. */
  readonly entry?: RowChange<'risk_point'>
}

/**
 * Keeps a decision for good and brings the entry to where it leads. Every decision counts as a save of the record, so
 * that whoever has it open learns of it.
 */
export async function keepDecision(change: Change, entry: Entry, decision: Decision): Promise<void> {
  const { action, to, role, level, direction = 'same', reason = '', evidence = [], checklist = [], snapshot } = decision
  const id = change.newId()
  const cycle = decision.entry?.entry_cycle ?? entry.entry_cycle
  const seals = snapshot === undefined ? [] : await keepSnapshot(change, snapshot)
  await change.db.insertInto('review_decision').values({
    id, risk_point_id: entry.id, cycle, action, from_state: entry.entry_state, to_state: to, role, direction, reason,
    method_version_id: level?.methodVersionId ?? null, factors: level === undefined ? null : JSON.stringify(level.factors), score: level?.score ?? null,
    computed_grade: level?.computedGrade ?? null, overrides: level === undefined ? null : JSON.stringify(level.overrides), grade: level?.grade ?? null, grade_rank: level?.rank ?? null,
    evidence: JSON.stringify(evidence), checklist: JSON.stringify(checklist), snapshot_hash: snapshot?.hash ?? null,
    person_id: change.actor.id ?? null, person: change.actor.name, decided_at: change.at, decided_on: change.today,
  }).execute()
  // Read anew: what a decision does first (a grading, a withdrawal) has saved the record already.
  const moved = to === entry.entry_state ? {} : { entry_state: to, entry_since: change.at }
  await change.db.updateTable('risk_point').set(({ eb }) => ({ ...moved, ...decision.entry, revision: eb('revision', '+', 1), updated_at: change.at })).where('id', '=', entry.id).execute()
  await change.record({
    action: `review.${action}`, entity: 'review', entityId: entry.id,
    before: { entryState: entry.entry_state, ...(level === undefined ? {} : { gradeCode: entry.entry_grade }) },
    after: { entryState: to, ...(level === undefined ? {} : { gradeCode: level.grade }), role, ...(reason === '' ? {} : { reason }), ...(evidence.length === 0 ? {} : { evidence }), ...(checklist.length === 0 ? {} : { checklist }) },
    seals: [...seals, { table: 'review_decision', key: id }],
  })
}
