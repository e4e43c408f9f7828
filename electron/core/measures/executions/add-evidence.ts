import { afterExecution } from '#shared/model/controls/execution.ts'
import type { MeasureProgress } from '#shared/model/states.ts'
import type { Change } from '../../database/database.ts'
import { differenceOf } from '../../records/values.ts'
import { attachEvidence } from './evidence.ts'
import type { StoredFile } from './evidence.ts'
import { executedMeasure } from './executed-values.ts'
import { keepFollowed, standingInForce } from './execute-measure.ts'
import { standingExecution } from './standing-execution.ts'

/**
 * Adds evidence to an execution that counts. A dated measure that does not recur is done by it, on the day it was
 * carried out; the day a recurring one is due moved when the execution was recorded and stays.
 * @throws Refusal `record.missing`, `record.withdrawn`, `execution.unknown`, `execution.withdrawn`
 */
export async function addEvidence(change: Change, { id, executionId, evidence }: { id: string; executionId: string; evidence: readonly StoredFile[] }): Promise<MeasureProgress> {
  const stands = await standingInForce(change, id)
  const execution = await standingExecution(change, { measureId: id, executionId })
  const files = await attachEvidence(change, executionId, evidence)
  const before = executedMeasure(stands)
  const { progress } = afterExecution(before, { doneOn: execution.done_on, hasEvidence: true })
  const followed = differenceOf({ ...before }, { progress, doneOn: progress === 'done' ? before.doneOn ?? execution.done_on : null })
  await keepFollowed(change, stands, followed?.after)
  await change.record({ action: 'control-measure.add-evidence', entity: 'control-measure', entityId: id, before: followed?.before, after: { executedOn: execution.done_on, evidence: files, ...followed?.after } })
  return progress
}
