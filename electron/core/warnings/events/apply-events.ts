import { Refusal } from '#shared/model/refusal.ts'
import type { Actor, Core } from '../../core.ts'
import type { Change } from '../../database/database.ts'
import { dropEventPlan, findEventPlan } from './event-plans.ts'
import { linkEvents } from './link-events.ts'
import type { ReadEvent } from './read-events.ts'

const atOnce = 100

/**
 * Takes in the events of a plan that are not there yet: all of them or none. Where none is new nothing is changed.
 * @throws Refusal `import.plan-unknown`
 */
export async function applyEvents(core: Core, actor: Actor, planId: string): Promise<{ batchId: string | null; events: number }> {
  const { plan, events, fileHash } = findEventPlan(core, planId)
  const done = events.length === 0 ? { batchId: null, events: 0 } : await core.database.change(actor, async (change) => {
    const fresh = await stillNew(change, events)
    if (fresh.length === 0) return { batchId: null, events: 0 }
    const batchId = change.newId()
    const counted = { events: fresh.length, known: plan.known + events.length - fresh.length, rejected: plan.rejected }
    await change.db.insertInto('supervision_batch').values({ id: batchId, file_name: plan.fileName, file_hash: fileHash, ...counted, state: 'applied', imported_by: change.actor.name, imported_at: change.at, undone_at: null }).execute()
    await enter(change, fresh, batchId)
    await change.record({ action: 'supervision-batch.create', entity: 'supervision-batch', entityId: batchId, after: { fileName: plan.fileName, fileHash, ...counted } })
    return { batchId, events: fresh.length }
  })
  dropEventPlan(core, planId)
  return done
}

/** Without those another file has brought since the plan was made. */
async function stillNew({ db }: Change, events: readonly ReadEvent[]): Promise<ReadEvent[]> {
  const known = new Set<string>()
  for (let from = 0; from < events.length; from += 500) {
    const rows = await db.selectFrom('supervision_event').select('event_key').where('event_key', 'in', events.slice(from, from + 500).map(({ key }) => key)).where('state', '<>', 'withdrawn').execute()
    for (const row of rows) known.add(row.event_key)
  }
  return events.filter(({ key }) => !known.has(key))
}

/** Linked anew: a power may have come or gone since the plan was made. */
async function enter(change: Change, events: readonly ReadEvent[], batchId: string): Promise<void> {
  const places = await linkEvents(change.db, events)
  for (let from = 0; from < events.length; from += atOnce) {
    await change.db.insertInto('supervision_event').values(events.slice(from, from + atOnce).map((event) => {
      const place = places.get(event)
      return {
        id: change.newId(), batch_id: batchId, event_key: event.key, event_no: event.eventNo, happened_at: event.happenedAt, power_code: event.powerCode, power_name: event.powerName, step: event.step, case_no: event.caseNo,
        department: event.department, kind: event.kind, level: event.level, text: event.text, department_id: place?.departmentId ?? null, power_id: place?.powerId ?? null, risk_point_id: place?.riskPointId ?? null,
        linked_by: place?.linkedBy ?? null, warning_id: null, settled_by: null, settled_at: null,
      }
    })).execute()
  }
}

/**
 * Takes a whole file back; its events stay as withdrawn, and the same file can be taken in again.
 * @throws Refusal `event.batch-unknown`, `event.built-upon` while a warning, a dismissal or a link by hand rests on one of its events
 */
export async function undoEvents(change: Change, batchId: string): Promise<number> {
  const batch = await change.db.selectFrom('supervision_batch').selectAll().where('id', '=', batchId).executeTakeFirst()
  if (batch === undefined || batch.state === 'undone') throw new Refusal('event.batch-unknown')
  const built = await change.db.selectFrom('supervision_event').select(({ fn }) => fn.countAll<number>().as('n')).where('batch_id', '=', batchId)
    .where(({ or, eb }) => or([eb('state', 'in', ['warned', 'dismissed']), eb('linked_by', '=', 'hand')])).executeTakeFirstOrThrow()
  if (built.n > 0) throw new Refusal('event.built-upon', { count: built.n })
  await change.db.updateTable('supervision_event').set({ state: 'withdrawn' }).where('batch_id', '=', batchId).execute()
  await change.db.updateTable('supervision_batch').set({ state: 'undone', undone_at: change.at }).where('id', '=', batchId).execute()
  await change.record({ action: 'supervision-batch.undo', entity: 'supervision-batch', entityId: batchId, before: { fileName: batch.file_name, events: batch.events } })
  return batch.events
}
