import type { DisposalState, StepAction } from '#shared/model/warnings/disposal.ts'
import type { Change } from '../../database/database.ts'
import type { Row } from '../../database/schema.ts'

export interface NewStep {
  readonly action: StepAction
  readonly to: DisposalState
  readonly role: string
  readonly levelCode: string
  readonly dueOn: string | null
  readonly text?: string | undefined
  readonly way?: string | undefined
  readonly rectifyBy?: string | null | undefined
  readonly evidence?: readonly string[] | undefined
  /** The department that is named by this step. */
  readonly departmentId?: string | null | undefined
}

/** Writes a step of a sheet down for good, with its trace. */
export async function keepStep(change: Change, warning: Row<'warning'>, { action, to, role, levelCode, dueOn, text = '', way = '', rectifyBy = null, evidence = [], departmentId = null }: NewStep): Promise<void> {
  const id = change.newId()
  await change.db.insertInto('warning_step').values({
    id, warning_id: warning.id, action, from_state: warning.state, to_state: to, role, text, way, rectify_by: rectifyBy, evidence: JSON.stringify(evidence), level_code: levelCode, due_on: dueOn, was_due_on: warning.due_on,
    person: change.actor.name, person_id: change.actor.id ?? null, done_at: change.at, done_on: change.today,
  }).execute()
  await change.record({
    action: `warning.${action}`, entity: 'warning', entityId: warning.id,
    before: { disposalState: warning.state, ...(levelCode === warning.level_code ? {} : { warningLevel: warning.level_code }) },
    after: {
      disposalState: to, ...(levelCode === warning.level_code ? {} : { warningLevel: levelCode }), ...(text === '' ? {} : { text }), ...(way === '' ? {} : { disposalWay: way }),
      ...(rectifyBy === null ? {} : { rectifyBy }), ...(departmentId === null ? {} : { departmentId }), ...(dueOn === null ? {} : { dueOn }), ...(evidence.length === 0 ? {} : { evidence }),
    },
    seals: [{ table: 'warning_step', key: id }],
  })
}
