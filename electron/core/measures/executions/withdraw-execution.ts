import type { MeasureProgress } from '#shared/model/states.ts'
import type { Change } from '../../database/database.ts'
import type { Row } from '../../database/schema.ts'
import { differenceOf } from '../../records/values.ts'
import { executedMeasure } from './executed-values.ts'
import { keepFollowed, standingInForce } from './execute-measure.ts'
import { standingExecution } from './standing-execution.ts'

/**
 * Answers an execution that was recorded wrongly: it stays on record with the reason and no longer counts. What followed
 * from it is taken back as far as it still stands: the next due day returns where nothing has moved it since, and a
 * measure that was done by it is under way again unless another execution with evidence remains.
 * @throws Refusal `record.missing`, `record.withdrawn`, `execution.unknown`, `execution.withdrawn`
 */
export async function withdrawExecution(change: Change, { id, executionId, reason }: { id: string; executionId: string; reason: string }): Promise<{ progress: MeasureProgress; dueOn: string | null }> {
  const stands = await standingInForce(change, id)
  const execution = await standingExecution(change, { measureId: id, executionId })
  const withdrawalId = change.newId()
  await change.db.insertInto('execution_withdrawal').values({
    id: withdrawalId, execution_id: executionId, reason, withdrawn_by: change.actor.name, withdrawn_by_id: change.actor.id ?? null, withdrawn_at: change.at,
  }).execute()
  const before = executedMeasure(stands)
  const after = { ...before, ...dayTakenBack(before, execution), ...await progressTakenBack(change, before, execution) }
  const followed = differenceOf({ ...before }, { dueOn: after.dueOn, progress: after.progress, doneOn: after.doneOn })
  await keepFollowed(change, stands, followed?.after)
  await change.record({
    action: 'control-measure.withdraw-execution', entity: 'control-measure', entityId: id, before: { executedOn: execution.done_on, ...followed?.before }, after: { reason, ...followed?.after },
    seals: [{ table: 'execution_withdrawal', key: withdrawalId }],
  })
  return { progress: after.progress, dueOn: after.dueOn }
}

type Measure = ReturnType<typeof executedMeasure>

function dayTakenBack({ frequency, dueOn }: Measure, { moved_from, moved_to }: Row<'measure_execution'>): { dueOn?: string } {
  return frequency !== null && moved_from !== null && moved_to === dueOn ? { dueOn: moved_from } : {}
}

async function progressTakenBack(change: Change, { term, frequency, progress, doneOn }: Measure, { measure_id, done_on }: Row<'measure_execution'>): Promise<Partial<Pick<Measure, 'progress' | 'doneOn'>>> {
  if (term !== 'dated' || frequency !== null || progress !== 'done' || doneOn !== done_on) return {}
  const other = await change.db.selectFrom('measure_execution as e').leftJoin('execution_withdrawal as w', 'w.execution_id', 'e.id')
    .innerJoin('attachment as t', 't.entity_id', 'e.id').select('e.done_on')
    .where('e.measure_id', '=', measure_id).where('w.id', 'is', null).orderBy('e.done_on').limit(1).executeTakeFirst()
  return other === undefined ? { progress: 'in-force', doneOn: null } : { doneOn: other.done_on }
}
