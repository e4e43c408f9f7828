import { afterExecution } from '#shared/model/controls/execution.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { MeasureProgress } from '#shared/model/states.ts'
import type { Change } from '../../database/database.ts'
import type { Standing } from '../../records/record-kind.ts'
import { readStanding, updateColumns } from '../../records/stored-record.ts'
import { differenceOf } from '../../records/values.ts'
import { StaleRecord } from '../../stale-record.ts'
import { measureKind } from '../measure-kind.ts'
import { attachEvidence } from './evidence.ts'
import type { StoredFile } from './evidence.ts'
import { executedMeasure } from './executed-values.ts'

export interface ExecutionOrder {
  readonly id: string
  /** The revision that was looked at. */
  readonly revision: number
  /** Local calendar date. */
  readonly doneOn: string
  readonly note: string
  readonly evidence: readonly StoredFile[]
}

export interface ExecutedNow { readonly executionId: string; readonly progress: MeasureProgress; readonly dueOn: string | null; readonly missed: number }

/**
 * Records that a measure was carried out. What becomes of it follows from `afterExecution`, by the evidence handed over
 * in this call: a dated measure that does not recur is done by at least one file, a recurring one is due again on the
 * next day of its rhythm.
 * @throws Refusal `record.missing`, `record.withdrawn`, `execution.in-future`
 * @throws StaleRecord when the measure was saved after the revision that was looked at
 */
export async function executeMeasure(change: Change, { id, revision, doneOn, note, evidence }: ExecutionOrder): Promise<ExecutedNow> {
  const stands = await standingInForce(change, id)
  if (revision !== stands.revision) throw new StaleRecord(id, { ...stands.values, revision: stands.revision, state: stands.state })
  if (doneOn > change.today) throw new Refusal('execution.in-future', { today: change.today }, 'doneOn')
  const before = executedMeasure(stands)
  const { dueFor, dueOn, missed, progress } = afterExecution(before, { doneOn, hasEvidence: evidence.length > 0 })
  const moved = dueOn !== before.dueOn
  const executionId = change.newId()
  await change.db.insertInto('measure_execution').values({
    id: executionId, measure_id: id, due_on: dueFor, done_on: doneOn, note: note.trim(), moved_from: moved ? before.dueOn : null, moved_to: moved ? dueOn : null, missed,
    recorded_by: change.actor.name, recorded_by_id: change.actor.id ?? null, recorded_at: change.at, recorded_on: change.today,
  }).execute()
  const files = await attachEvidence(change, executionId, evidence)
  const followed = differenceOf({ ...before }, { dueOn, progress, doneOn: progress === 'done' ? before.doneOn ?? doneOn : null })
  await keepFollowed(change, stands, followed?.after)
  await change.record({
    action: 'control-measure.execute', entity: 'control-measure', entityId: id, before: followed?.before,
    after: { executedOn: doneOn, ...(dueFor === null ? {} : { dueFor }), ...(note.trim() === '' ? {} : { note: note.trim() }), evidence: files, ...(missed === 0 ? {} : { missed }), ...followed?.after },
    seals: [{ table: 'measure_execution', key: executionId }],
  })
  return { executionId, progress, dueOn, missed }
}

/** @throws Refusal `record.missing`, `record.withdrawn` */
export async function standingInForce(change: Change, id: string): Promise<Standing> {
  const stands = await readStanding(change.db, measureKind, id)
  if (stands.state !== 'in-force') throw new Refusal('record.withdrawn')
  return stands
}

/** Columns that repeat what the executions say, and what follows from them; each counts as a save of the measure. */
export async function keepFollowed(change: Change, stands: Standing, { dueOn, progress, doneOn }: { dueOn?: unknown; progress?: unknown; doneOn?: unknown } = {}): Promise<void> {
  const { count, last } = await change.db.selectFrom('measure_execution as e')
    .leftJoin('execution_withdrawal as w', 'w.execution_id', 'e.id')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('e.done_on').as('last')])
    .where('e.measure_id', '=', stands.id).where('w.id', 'is', null).executeTakeFirstOrThrow()
  await updateColumns(change, measureKind, { stands, columns: {
    execution_count: count, last_done_on: last,
    ...(dueOn === undefined ? {} : { due_on: dueOn }), ...(progress === undefined ? {} : { progress }), ...(doneOn === undefined ? {} : { done_on: doneOn }),
  } })
}
