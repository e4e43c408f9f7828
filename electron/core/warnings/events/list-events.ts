import { sql } from 'kysely'
import type { EventBatch, SupervisionEvent } from '#shared/contract/warnings.ts'
import type { EventState } from '#shared/model/warnings/events.ts'
import type { ReadableDatabase } from '../../database/database.ts'

interface Order { readonly states: readonly EventState[]; readonly unlinked: boolean; readonly batchId?: string | undefined; readonly offset: number; readonly limit: number }

/** Events of a platform, the latest first. */
export async function listEvents(db: ReadableDatabase, { states, unlinked, batchId, offset, limit }: Order): Promise<{ total: number; offset: number; rows: SupervisionEvent[] }> {
  let found = db.selectFrom('supervision_event as e')
  if (unlinked) found = found.where(sql<boolean>`e.state = 'open' AND e.power_id IS NULL`)
  else if (states.length > 0) found = found.where('e.state', 'in', states)
  if (batchId !== undefined) found = found.where('e.batch_id', '=', batchId)
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found.leftJoin('department as d', 'd.id', 'e.department_id').leftJoin('power as p', 'p.id', 'e.power_id').leftJoin('risk_point as r', 'r.id', 'e.risk_point_id')
    .select([
      'e.id', 'e.number', 'e.revision', 'e.batch_id as batchId', 'e.event_no as eventNo', 'e.happened_at as happenedAt', 'e.power_code as powerCode', 'e.power_name as powerName', 'e.step', 'e.case_no as caseNo', 'e.department',
      'e.kind', 'e.level', 'e.text', 'd.name as departmentName', 'e.power_id as powerId', 'p.name as linkedPower', 'e.risk_point_id as riskPointId', 'r.number as riskPointNumber', 'e.linked_by as linkedBy', 'e.state',
      'e.warning_id as warningId', 'e.settled_reason as settledReason', 'e.settled_by as settledBy', 'e.settled_at as settledAt',
    ]).orderBy('e.happened_at', 'desc').orderBy('e.number', 'desc').offset(offset).limit(limit).execute()
  return { total, offset, rows }
}

/** All files that were taken in, newest first. */
export async function listEventBatches(db: ReadableDatabase): Promise<EventBatch[]> {
  return db.selectFrom('supervision_batch').select(['id', 'number', 'file_name as fileName', 'events', 'known', 'rejected', 'state', 'imported_by as importedBy', 'imported_at as importedAt', 'undone_at as undoneAt'])
    .orderBy('number', 'desc').limit(200).execute()
}
