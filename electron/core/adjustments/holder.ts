import { taskDays } from '#shared/model/adjustments.ts'
import { workingDaysAfter } from '#shared/model/review/working-days.ts'
import type { Change } from '../database/database.ts'
import { readHolidays } from '../review/calendar.ts'
import { markToReExamine } from '../review/re-examinations.ts'
import { enterAdjustment, openTasks } from './record.ts'

/**
 * A post has changed hands: each of its risk points is to be checked again. Points for which that is open already are
 * left alone, so that leaving and taking up a post count as one change.
 */
export async function recheckPost(change: Change, postId: string): Promise<number> {
  const points = await change.db.selectFrom('risk_point as r').select(['r.id', 'r.power_id', 'r.department_id']).where('r.post_id', '=', postId).where('r.state', '=', 'in-force')
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('adjustment_task as t').select('t.id').whereRef('t.risk_point_id', '=', 'r.id').where('t.work', '=', 'recheck').where('t.state', '=', 'open'))))
    .orderBy('r.number').execute()
  if (points.length === 0) return 0
  const post = await change.db.selectFrom('post as p').innerJoin('department as d', 'd.id', 'p.department_id').select(['p.name', 'd.name as department']).where('p.id', '=', postId).executeTakeFirstOrThrow()
  const adjustmentId = await enterAdjustment(change, {
    kind: 'holder', title: `${post.department} · ${post.name}`, happenedOn: change.today, basis: '', text: '', criteria: { basis: '', departmentIds: [], postIds: [postId], step: '', powerIds: [] },
  }, points.length)
  await openTasks(change, {
    adjustmentId, dueOn: workingDaysAfter(change.today, taskDays, await readHolidays(change.db)),
    tasks: points.map((point) => ({ powerId: point.power_id, riskPointId: point.id, departmentId: point.department_id, work: 'recheck' as const })),
  })
  await markToReExamine(change, points.map(({ id }) => id), { cause: 'holder', changes: [] })
  return points.length
}
