import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../../database/database.ts'
import type { Row } from '../../database/schema.ts'

/**
 * An execution of this very measure that counts.
 * @throws Refusal `execution.unknown`, `execution.withdrawn`
 */
export async function standingExecution(change: Change, { measureId, executionId }: { measureId: string; executionId: string }): Promise<Row<'measure_execution'>> {
  const execution = await change.db.selectFrom('measure_execution').selectAll().where('id', '=', executionId).executeTakeFirst()
  if (execution?.measure_id !== measureId) throw new Refusal('execution.unknown')
  const gone = await change.db.selectFrom('execution_withdrawal').select('id').where('execution_id', '=', executionId).executeTakeFirst()
  if (gone !== undefined) throw new Refusal('execution.withdrawn')
  return execution
}
