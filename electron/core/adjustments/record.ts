import type { Criteria } from '#shared/contract/adjustments.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { AdjustmentKind, TaskWork } from '#shared/model/adjustments.ts'
import type { Change } from '../database/database.ts'
import { reporting } from '../long-work.ts'
import type { Report } from '../long-work.ts'
import { changeBy } from '../records/call-changes.ts'
import type { Call } from '../registration.ts'
import { markToReExamine } from '../review/re-examinations.ts'
import { findTouched, inChunks } from './touched.ts'

export interface NewAdjustment {
  readonly kind: AdjustmentKind
  readonly title: string
  readonly happenedOn: string
  readonly basis: string
  readonly text: string
  readonly criteria: Criteria
}

export interface AdjustmentOrder extends NewAdjustment {
  readonly exceptPowerIds: readonly string[]
  readonly exceptRiskPointIds: readonly string[]
  readonly works: readonly TaskWork[]
  readonly dueOn: string
}

export interface Recorded { readonly id: string; readonly tasks: number; readonly marked: number }

/**
 * Records an adjustment in one change: it opens tasks for everything it touches, and entries somebody has judged are
 * marked to be examined again.
 * @throws Refusal `adjustment.touches-nothing`, `adjustment.due-before`
 */
export const recordAdjustment = (call: Call, order: AdjustmentOrder): AsyncGenerator<Progress, Recorded, void> =>
  reporting((tell) => changeBy(call, async (change) => {
    if (order.dueOn < change.today) throw new Refusal('adjustment.due-before', {}, 'dueOn')
    const touched = await findTouched(change.db, order.criteria)
    const powerIds = left(touched.powers, order.exceptPowerIds)
    const pointIds = left(touched.points, order.exceptRiskPointIds)
    const powers = await powersOf(change, powerIds)
    const points = await pointsOf(change, pointIds)
    if (powers.length + points.length === 0) throw new Refusal('adjustment.touches-nothing')
    for (const departmentId of new Set([...powers, ...points].map((row) => row.departmentId))) call.gate.require({ departmentId })
    const tasks = [
      ...(order.works.includes('identify') ? powers.map((power) => ({ ...power, work: 'identify' as const })) : []),
      ...order.works.filter((work) => work !== 'identify').flatMap((work) => points.map((point) => ({ ...point, work }))),
    ]
    const id = await enterAdjustment(change, order, tasks.length)
    await openTasks(change, { adjustmentId: id, tasks, dueOn: order.dueOn })
    return { id, tasks: tasks.length, marked: await markPoints(change, points.map((point) => point.riskPointId), tell) }
  }))

const left = (ways: ReadonlyMap<string, unknown>, except: readonly string[]): string[] => {
  const out = new Set(except)
  return [...ways.keys()].filter((id) => !out.has(id))
}

/** What a task is about. */
export interface TaskPlace { readonly powerId: string; readonly riskPointId: string | null; readonly departmentId: string | null }

async function powersOf(change: Change, ids: readonly string[]): Promise<TaskPlace[]> {
  const places: TaskPlace[] = []
  for (const chunk of inChunks(ids)) {
    const rows = await change.db.selectFrom('power').select(['id', 'department_id']).where('id', 'in', chunk).orderBy('number').execute()
    places.push(...rows.map((row) => ({ powerId: row.id, riskPointId: null, departmentId: row.department_id })))
  }
  return places
}

async function pointsOf(change: Change, ids: readonly string[]): Promise<(TaskPlace & { riskPointId: string })[]> {
  const places: (TaskPlace & { riskPointId: string })[] = []
  for (const chunk of inChunks(ids)) {
    const rows = await change.db.selectFrom('risk_point').select(['id', 'power_id', 'department_id']).where('id', 'in', chunk).orderBy('number').execute()
    places.push(...rows.map((row) => ({ powerId: row.power_id, riskPointId: row.id, departmentId: row.department_id })))
  }
  return places
}

/** Writes the adjustment down, with its trace. */
export async function enterAdjustment(change: Change, { kind, title, happenedOn, basis, text, criteria }: NewAdjustment, tasks: number): Promise<string> {
  const id = change.newId()
  await change.db.insertInto('adjustment').values({ id, kind, title, happened_on: happenedOn, basis, text, criteria: JSON.stringify(criteria), recorded_by: change.actor.name, recorded_at: change.at }).execute()
  await change.record({ action: 'adjustment.record', entity: 'adjustment', entityId: id, after: { adjustmentKind: kind, title, happenedOn, basisText: basis, text, tasks }, seals: [{ table: 'adjustment', key: id }] })
  return id
}

export async function openTasks(change: Change, { adjustmentId, tasks, dueOn }: { adjustmentId: string; tasks: readonly (TaskPlace & { work: TaskWork })[]; dueOn: string }): Promise<void> {
  for (const chunk of inChunks(tasks)) {
    await change.db.insertInto('adjustment_task').values(chunk.map(({ powerId, riskPointId, departmentId, work }) => ({
      id: change.newId(), adjustment_id: adjustmentId, power_id: powerId, risk_point_id: riskPointId, department_id: departmentId, work, due_on: dueOn, settled_by: null, settled_at: null,
    }))).execute()
  }
}

async function markPoints(change: Change, ids: readonly string[], tell: Report): Promise<number> {
  let [marked, done] = [0, 0]
  for (const chunk of inChunks(ids, 100)) {
    marked += await markToReExamine(change, chunk, { cause: 'adjustment', changes: [] })
    done += chunk.length
    await tell({ done, total: ids.length, stage: 'mark' })
  }
  return marked
}
