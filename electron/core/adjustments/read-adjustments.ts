import type { Adjustment } from '#shared/contract/adjustments.ts'
import type { AdjustmentKind } from '#shared/model/adjustments.ts'
import type { ReadableDatabase } from '../database/database.ts'

interface Order { readonly kinds?: readonly AdjustmentKind[] | undefined; readonly offset: number; readonly limit: number }

/** What was recorded, newest first, with how far its tasks have come. */
export async function listAdjustments(db: ReadableDatabase, { kinds, offset, limit }: Order, today: string): Promise<{ total: number; offset: number; rows: Adjustment[] }> {
  let found = db.selectFrom('adjustment as a')
  if (kinds !== undefined && kinds.length > 0) found = found.where('a.kind', 'in', kinds)
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found.select((eb) => {
    const tasks = eb.selectFrom('adjustment_task as t').select(({ fn }) => fn.countAll<number>().as('n')).whereRef('t.adjustment_id', '=', 'a.id')
    return [
      'a.id', 'a.number', 'a.kind', 'a.title', 'a.happened_on as happenedOn', 'a.basis', 'a.text', 'a.recorded_by as recordedBy', 'a.recorded_at as recordedAt',
      tasks.as('tasks'), tasks.where('t.state', '=', 'open').as('open'), tasks.where('t.state', '=', 'open').where('t.due_on', '<', today).as('overdue'),
    ]
  }).orderBy('a.happened_on', 'desc').orderBy('a.number', 'desc').offset(offset).limit(limit).execute()
  return { total, offset, rows: rows.map((row) => ({ ...row, tasks: row.tasks ?? 0, open: row.open ?? 0, overdue: row.overdue ?? 0 })) }
}
