import type { Scope } from '#shared/contract/publicity.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change, ReadableDatabase } from '../database/database.ts'
import type { RowChange } from '../database/schema.ts'
import type { Gate } from '../permission/gate.ts'
import { enterListed, releaseListed, takeIn } from './draw-up.ts'
import { listIn } from './stored-list.ts'
import type { Seen } from './stored-list.ts'

export interface Head { readonly title: string; readonly place: string; readonly startsOn: string; readonly endsOn: string }
interface Saved { readonly id: string; readonly revision: number }

/** @throws Refusal `publicity.ends-before`, `publicity.nothing-waiting`, `publicity.too-many` */
export async function drawUp(change: Change, { scope, except, gate, ...head }: Head & { scope: Scope; except: readonly string[]; gate: Gate }): Promise<Saved> {
  checkPeriod(head)
  const ids = await takeIn(change, 'publicity', { scope, except, gate })
  const id = change.newId()
  await change.db.insertInto('publicity_list').values({
    id, title: head.title, scope: JSON.stringify(scope), place: head.place, starts_on: head.startsOn, ends_on: head.endsOn, drawn_up_by: change.actor.name, created_at: change.at, updated_at: change.at,
  }).execute()
  await enterListed(change, { listId: id, step: 'publicity', ids })
  await change.record({ action: 'publicity.create', entity: 'publicity', entityId: id, after: { title: head.title, place: head.place, startsOn: head.startsOn, endsOn: head.endsOn, entries: ids.length } })
  return { id, revision: 1 }
}

function checkPeriod({ startsOn, endsOn }: Pick<Head, 'startsOn' | 'endsOn'>): void {
  if (endsOn < startsOn) throw new Refusal('publicity.ends-before', {}, 'endsOn')
}

/** Title, place and period, until the list is posted. @throws Refusal `publicity.not-drawn-up`, `publicity.ends-before`; StaleRecord */
export async function changeList(change: Change, { id, revision, title, place, startsOn, endsOn }: Seen & Head): Promise<Saved> {
  checkPeriod({ startsOn, endsOn })
  const list = await listIn(change.db, { id, revision }, 'drawn-up')
  const before = { title: list.title, place: list.place, startsOn: list.starts_on, endsOn: list.ends_on }
  const after = { title, place, startsOn, endsOn }
  if (JSON.stringify(before) === JSON.stringify(after)) return { id, revision }
  await change.record({ action: 'publicity.change', entity: 'publicity', entityId: id, before, after })
  return save(change, { id, revision }, { title, place, starts_on: startsOn, ends_on: endsOn })
}

/** Takes entries off a list before it is posted; they wait again. @throws Refusal `publicity.not-drawn-up`, `publicity.nothing-left`; StaleRecord */
export async function leaveOut(change: Change, { id, revision, riskPointIds }: Seen & { riskPointIds: readonly string[] }): Promise<Saved> {
  await listIn(change.db, { id, revision }, 'drawn-up')
  await change.db.updateTable('listed_entry').set({ outcome: 'left-out' }).where('list_id', '=', id).where('risk_point_id', 'in', riskPointIds).where('outcome', 'is', null).execute()
  const left = await change.db.selectFrom('listed_entry').select('position').where('list_id', '=', id).where('outcome', 'is', null).limit(1).executeTakeFirst()
  if (left === undefined) throw new Refusal('publicity.nothing-left')
  await change.record({ action: 'publicity.leave-out', entity: 'publicity', entityId: id, after: { leftOut: riskPointIds.length } })
  return save(change, { id, revision }, {})
}

/**
 * Says that the list has been posted; a file shows it.
 * @throws Refusal `publicity.not-drawn-up`, `publicity.evidence-missing`; StaleRecord
 */
export async function postList(change: Change, seen: Seen): Promise<Saved> {
  const { id } = await listIn(change.db, seen, 'drawn-up')
  const evidence = await evidenceOf(change.db, id)
  if (evidence.length === 0) throw new Refusal('publicity.evidence-missing')
  await change.record({ action: 'publicity.post', entity: 'publicity', entityId: id, before: { publicityState: 'drawn-up' }, after: { publicityState: 'posted', evidence } })
  return save(change, seen, { state: 'posted', posted_by: change.actor.name, posted_at: change.at })
}

/** Files that show a posting or a receipt. */
export async function evidenceOf(db: ReadableDatabase, id: string): Promise<string[]> {
  const files = await db.selectFrom('attachment').select('id').where('entity_id', '=', id).where('state', '=', 'in-force').orderBy('number').execute()
  return files.map((file) => file.id)
}

/** Takes a list back that was not posted; its entries wait again. @throws Refusal `publicity.not-drawn-up`; StaleRecord */
export async function dropList(change: Change, seen: Seen): Promise<Saved> {
  const { id } = await listIn(change.db, seen, 'drawn-up')
  await releaseListed(change, id)
  await change.record({ action: 'publicity.drop', entity: 'publicity', entityId: id, before: { publicityState: 'drawn-up' }, after: { publicityState: 'dropped' } })
  return save(change, seen, { state: 'dropped' })
}

export async function save(change: Change, { id, revision }: Seen, columns: RowChange<'publicity_list'>): Promise<Saved> {
  await change.db.updateTable('publicity_list').set({ ...columns, revision: revision + 1, updated_at: change.at }).where('id', '=', id).execute()
  return { id, revision: revision + 1 }
}
