import type { RectificationAction, RectificationState } from '#shared/model/rectification.ts'
import type { Change } from '../database/database.ts'
import type { RowChange } from '../database/schema.ts'

export interface Step {
  readonly action: RectificationAction
  readonly to: RectificationState
  readonly text?: string
  readonly evidence?: readonly string[]
  /** What else the step changes in the entry. */
  readonly entry?: RowChange<'rectification'>
  readonly before?: object
  readonly after?: object
}

/** Takes an entry one step on: the step for good, the entry as it stands then, and the trace that vouches for the step. */
export async function keepStep(change: Change, { id, state, dueOn }: { id: string; state: RectificationState | null; dueOn: string }, { action, to, text = '', evidence = [], entry = {}, before = {}, after = {} }: Step): Promise<void> {
  const stepId = change.newId()
  await change.db.insertInto('rectification_step').values({
    id: stepId, rectification_id: id, action, from_state: state, to_state: to, text, due_on: entry.due_on ?? dueOn, evidence: JSON.stringify(evidence),
    person_id: change.actor.id ?? null, person: change.actor.name, done_at: change.at, done_on: change.today,
  }).execute()
  if (action !== 'open') await change.db.updateTable('rectification').set(({ eb }) => ({ ...entry, state: to, revision: eb('revision', '+', 1), updated_at: change.at })).where('id', '=', id).execute()
  const moved = state === to ? {} : { rectificationState: state }
  await change.record({
    action: `rectification.${action}`, entity: 'rectification', entityId: id, ...(state === null ? {} : { before: { ...moved, ...before } }),
    after: { ...(state === to ? {} : { rectificationState: to }), ...(text === '' || action === 'open' ? {} : { text }), ...(evidence.length === 0 ? {} : { evidence }), ...after },
    seals: [{ table: 'rectification_step', key: stepId }],
  })
}
