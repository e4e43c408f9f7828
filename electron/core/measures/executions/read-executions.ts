import type { Execution } from '#shared/contract/measures.ts'
import type { ReadableDatabase } from '../../database/database.ts'
import { among } from '../../lists/page-values.ts'

/** Every execution of a measure with its evidence, the latest first; those withdrawn too. */
export async function executionsOf(db: ReadableDatabase, measureId: string): Promise<Execution[]> {
  const rows = await db.selectFrom('measure_execution as e').leftJoin('execution_withdrawal as w', 'w.execution_id', 'e.id')
    .select(['e.id', 'e.done_on as doneOn', 'e.due_on as dueFor', 'e.note', 'e.missed', 'e.recorded_by as recordedBy', 'e.recorded_at as recordedAt', 'w.reason', 'w.withdrawn_by as by', 'w.withdrawn_at as at'])
    .where('e.measure_id', '=', measureId).orderBy('e.done_on', 'desc').orderBy('e.number', 'desc').execute()
  const files = await db.selectFrom('attachment').select(['id', 'entity_id', 'file_name as fileName', 'size'])
    .where(among('entity_id', rows.map(({ id }) => id))).where('entity', '=', 'measure-execution').where('state', '=', 'in-force').orderBy('number').execute()
  const evidence = Map.groupBy(files, (file) => file.entity_id)
  return rows.map(({ reason, by, at, ...row }) => ({
    ...row,
    evidence: (evidence.get(row.id) ?? []).map(({ id, fileName, size }) => ({ id, fileName, size })),
    withdrawn: reason === null || by === null || at === null ? null : { reason, by, at },
  }))
}
