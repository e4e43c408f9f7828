import type { ObjectionWay } from '#shared/model/publicity.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'
import type { Row } from '../database/schema.ts'
import type { Call } from '../registration.ts'
import { returnPublished } from '../review/advance.ts'
import { readEntries } from '../review/entries.ts'
import { settingFor } from '../review/setting.ts'
import { listIn } from './stored-list.ts'

export interface NewObjection { readonly id: string; readonly riskPointId: string | null; readonly raisedBy: string; readonly way: ObjectionWay; readonly text: string; readonly receivedOn: string }

/** Records what somebody objects to a posted list or to one of its entries. @throws Refusal `publicity.not-posted`, `publicity.entry-unknown` */
export async function recordObjection(change: Change, { id: listId, riskPointId, raisedBy, way, text, receivedOn }: NewObjection): Promise<string> {
  await listIn(change.db, { id: listId }, 'posted')
  if (riskPointId !== null) {
    const held = await change.db.selectFrom('listed_entry').select('position').where('list_id', '=', listId).where('risk_point_id', '=', riskPointId).where('outcome', 'is', null).executeTakeFirst()
    if (held === undefined) throw new Refusal('publicity.entry-unknown', {}, 'riskPointId')
  }
  const id = change.newId()
  await change.db.insertInto('publicity_objection').values({ id, list_id: listId, risk_point_id: riskPointId, raised_by: raisedBy, way, text, received_on: receivedOn, recorded_by: change.actor.name, recorded_at: change.at }).execute()
  await change.record({ action: 'publicity.object', entity: 'publicity', entityId: listId, after: { riskPointId, raisedBy, way, text, receivedOn }, seals: [{ table: 'publicity_objection', key: id }] })
  return id
}

export interface Answer { readonly objectionId: string; readonly upheld: boolean; readonly text: string; readonly returns: readonly string[] }

/**
 * Answers an objection, once. One that is upheld gives its entries back to their writers with the objection as reason.
 * @throws Refusal `record.missing`, `publicity.answered`, `publicity.not-posted`, `publicity.upheld-without-entry`, `publicity.entry-unknown`
 */
export async function answerObjection(change: Change, call: Pick<Call, 'caller' | 'gate'>, { objectionId, upheld, text, returns }: Answer): Promise<{ id: string; returned: number }> {
  const objection = await change.db.selectFrom('publicity_objection').selectAll().where('id', '=', objectionId).executeTakeFirst()
  if (objection === undefined) throw new Refusal('record.missing')
  await listIn(change.db, { id: objection.list_id }, 'posted')
  const earlier = await change.db.selectFrom('publicity_answer').select('id').where('objection_id', '=', objectionId).executeTakeFirst()
  if (earlier !== undefined) throw new Refusal('publicity.answered', { number: objection.number })
  const concerned = [...new Set([...objection.risk_point_id === null ? [] : [objection.risk_point_id], ...returns])]
  if (upheld && concerned.length === 0) throw new Refusal('publicity.upheld-without-entry', {}, 'returns')
  const returned = upheld ? await giveBack(change, call, { objection, ids: concerned }) : 0
  const id = change.newId()
  await change.db.insertInto('publicity_answer').values({ id, objection_id: objectionId, upheld: upheld ? 1 : 0, text, answered_by: change.actor.name, answered_at: change.at, answered_on: change.today }).execute()
  await change.record({ action: 'publicity.answer', entity: 'publicity', entityId: objection.list_id, after: { objection: objection.number, upheld, text, returned }, seals: [{ table: 'publicity_answer', key: id }] })
  return { id, returned }
}

async function giveBack(change: Change, { gate }: Pick<Call, 'gate'>, { objection, ids }: { objection: Row<'publicity_objection'>; ids: readonly string[] }): Promise<number> {
  const held = await change.db.selectFrom('listed_entry').select('risk_point_id').where('list_id', '=', objection.list_id).where('risk_point_id', 'in', ids).where('outcome', 'is', null).execute()
  // Of two objections to one entry the first that is upheld gives it back; the other is answered all the same.
  const gone = ids.filter((id) => !held.some((row) => row.risk_point_id === id) && id !== objection.risk_point_id)
  if (gone.length > 0) throw new Refusal('publicity.entry-unknown', {}, 'returns')
  const entries = held.length === 0 ? [] : await readEntries(change.db, held.map((row) => row.risk_point_id))
  const setting = await settingFor(change, entries)
  let returned = 0
  for (const entry of entries) {
    const role = gate.require({ departmentId: entry.department_id, state: entry.entry_state })
    if (await returnPublished(change, { entry, setting, role, reason: objection.text, evidence: [] })) returned++
    await change.db.updateTable('listed_entry').set({ outcome: 'returned' }).where('list_id', '=', objection.list_id).where('risk_point_id', '=', entry.id).execute()
  }
  return returned
}
