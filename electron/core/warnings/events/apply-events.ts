import { Refusal } from '#shared/model/refusal.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import type { Actor, Core } from '../../core.ts'
import { keepingCopy } from '../../database/copies/kept-copies.ts'
import type { Change, ReadableDatabase } from '../../database/database.ts'
import { reporting } from '../../long-work.ts'
import type { Report } from '../../long-work.ts'
import { dropEventPlan, findEventPlan } from './event-plans.ts'
import type { StoredEventPlan } from './event-plans.ts'
import { linkEvents } from './link-events.ts'
import type { ReadEvent } from './read-events.ts'

/** Events that are linked, written and sealed by one entry, between two chances for other work. */
const atOnce = 100

export interface AppliedEvents { readonly batchId: string | null; readonly events: number }

/**
 * Takes in the events of a plan that are not there yet, after keeping a checked copy of the register: all of them or
 * none, and none where the reader stops. Where none is new nothing is changed.
 * @throws Refusal `import.plan-unknown`
 */
export async function* applyEvents(core: Core, actor: Actor, planId: string): AsyncGenerator<Progress, AppliedEvents, void> {
  const stored = findEventPlan(core, planId)
  const some = (await stillNew(core.database.read, stored.events)).length > 0
  if (some) yield* keepingCopy(core, 'import')
  const done = some ? yield* reporting((report) => core.database.change(actor, (change) => writeBatch(change, stored, report))) : { batchId: null, events: 0 }
  dropEventPlan(core, planId)
  return done
}

async function writeBatch(change: Change, { plan, events, fileHash }: StoredEventPlan, report: Report): Promise<AppliedEvents> {
  const fresh = await stillNew(change.db, events)
  if (fresh.length === 0) return { batchId: null, events: 0 }
  const batchId = change.newId()
  const counted = { events: fresh.length, known: plan.known + events.length - fresh.length, rejected: plan.rejected }
  await change.db.insertInto('supervision_batch').values({ id: batchId, file_name: plan.fileName, file_hash: fileHash, ...counted, state: 'applied', imported_by: change.actor.name, imported_at: change.at, undone_at: null }).execute()
  await change.record({ action: 'supervision-batch.create', entity: 'supervision-batch', entityId: batchId, after: { fileName: plan.fileName, fileHash, ...counted } })
  for (let from = 0; from < fresh.length; from += atOnce) {
    await enter(change, fresh.slice(from, from + atOnce), batchId)
    await report({ done: Math.min(from + atOnce, fresh.length), total: fresh.length, stage: 'write' })
  }
  return { batchId, events: fresh.length }
}

/** Without those another file has brought since the plan was made. */
async function stillNew(db: Pick<ReadableDatabase, 'selectFrom'>, events: readonly ReadEvent[]): Promise<ReadEvent[]> {
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
  const rows = events.map((event) => {
    const place = places.get(event)
    return {
      id: change.newId(), batch_id: batchId, event_key: event.key, event_no: event.eventNo, happened_at: event.happenedAt, power_code: event.powerCode, power_name: event.powerName, step: event.step, case_no: event.caseNo,
      department: event.department, kind: event.kind, level: event.level, text: event.text, department_id: place?.departmentId ?? null, power_id: place?.powerId ?? null, risk_point_id: place?.riskPointId ?? null,
      linked_by: place?.linkedBy ?? null, warning_id: null, settled_by: null, settled_at: null,
    }
  })
  await change.db.insertInto('supervision_event').values(rows).execute()
  await change.record({ action: 'supervision-event.enter', entity: 'supervision-batch', entityId: batchId, after: { events: rows.length }, seals: rows.map(({ id }) => ({ table: 'supervision_event', key: id })) })
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
