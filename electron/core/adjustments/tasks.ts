import type { Task, TaskFilter } from '#shared/contract/adjustments.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change, ReadableDatabase } from '../database/database.ts'
import type { Gate } from '../permission/gate.ts'
import { inChunks } from './touched.ts'

function tasksOf(db: ReadableDatabase, { states, departmentIds, works, adjustmentId, overdue }: TaskFilter, today: string) {
  let found = db.selectFrom('adjustment_task as t')
  if (overdue === true) found = found.where('t.state', '=', 'open').where('t.due_on', '<', today)
  else if (states !== undefined && states.length > 0) found = found.where('t.state', 'in', states)
  if (departmentIds !== undefined && departmentIds.length > 0) found = found.where('t.department_id', 'in', departmentIds)
  if (works !== undefined && works.length > 0) found = found.where('t.work', 'in', works)
  if (adjustmentId !== undefined) found = found.where('t.adjustment_id', '=', adjustmentId)
  return found
}

interface TaskOrder { readonly filter: TaskFilter; readonly offset: number; readonly limit: number }

/** Tasks by the day they are due; `overdue` counts those of the filter that are late, whatever their page. */
export async function listTasks(db: ReadableDatabase, { filter, offset, limit }: TaskOrder, today: string): Promise<{ total: number; offset: number; rows: Task[]; overdue: number }> {
  const count = async (asked: TaskFilter): Promise<number> => (await tasksOf(db, asked, today).select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n
  const rows = await tasksOf(db, filter, today).innerJoin('adjustment as a', 'a.id', 't.adjustment_id').innerJoin('power as p', 'p.id', 't.power_id').leftJoin('risk_point as r', 'r.id', 't.risk_point_id').leftJoin('department as d', 'd.id', 't.department_id')
    .select([
      't.id', 't.number', 't.adjustment_id as adjustmentId', 'a.title as adjustmentTitle', 'a.kind as adjustmentKind', 't.power_id as powerId', 'p.name as powerName', 't.risk_point_id as riskPointId',
      'r.number as riskPointNumber', 'r.manifestation', 'd.name as departmentName', 't.work', 't.due_on as dueOn', 't.state', 't.reason', 't.settled_by as settledBy', 't.settled_at as settledAt',
    ]).orderBy('t.due_on').orderBy('t.number').offset(offset).limit(limit).execute()
  return { total: await count(filter), offset, rows: rows.map((row) => ({ ...row, overdue: row.state === 'open' && row.dueOn < today })), overdue: await count({ ...filter, overdue: true }) }
}

/**
 * Settles open tasks; those settled meanwhile are passed over. What is not needed says why.
 * @throws Refusal `adjustment.reason-missing`, and those of the gate
 */
export async function settleTasks(change: Change, gate: Gate, { ids, state, reason }: { ids: readonly string[]; state: 'done' | 'not-needed'; reason: string }): Promise<number> {
  if (state === 'not-needed' && reason.trim() === '') throw new Refusal('adjustment.reason-missing', {}, 'reason')
  let settled = 0
  for (const chunk of inChunks(ids)) {
    const tasks = await change.db.selectFrom('adjustment_task').selectAll().where('id', 'in', chunk).orderBy('number').execute()
    if (tasks.length < new Set(chunk).size) throw new Refusal('record.missing')
    for (const task of tasks) {
      gate.require({ departmentId: task.department_id })
      if (task.state !== 'open') continue
      await change.db.updateTable('adjustment_task').set({ state, reason, settled_by: change.actor.name, settled_at: change.at }).where('id', '=', task.id).execute()
      await change.record({
        action: 'adjustment-task.settle', entity: 'adjustment-task', entityId: task.id, before: { taskState: 'open' },
        after: { taskState: state, work: task.work, powerId: task.power_id, riskPointId: task.risk_point_id, ...(reason === '' ? {} : { reason }) },
      })
      settled++
    }
  }
  return settled
}
