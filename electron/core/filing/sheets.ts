import type { FilingSheet } from '#shared/contract/filing.ts'
import type { Scope } from '#shared/contract/publicity.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change, ReadableDatabase } from '../database/database.ts'
import type { Row, RowChange } from '../database/schema.ts'
import type { Gate } from '../permission/gate.ts'
import { enterListed, releaseListed, takeIn } from '../publicity/draw-up.ts'
import { evidenceOf } from '../publicity/lists.ts'
import { moveOn } from '../publicity/move-on.ts'
import { changeBy } from '../records/call-changes.ts'
import type { Call } from '../registration.ts'
import { StaleRecord } from '../stale-record.ts'

export interface Head { readonly title: string; readonly documentNumber: string; readonly recipient: string; readonly datedOn: string }
interface Seen { readonly id: string; readonly revision: number }

/** @throws Refusal `record.missing`, `filing.not-drawn-up`; StaleRecord */
async function drawnUp(db: ReadableDatabase, { id, revision }: Seen): Promise<Row<'filing_sheet'>> {
  const sheet = await db.selectFrom('filing_sheet').selectAll().where('id', '=', id).executeTakeFirst()
  if (sheet === undefined) throw new Refusal('record.missing')
  if (sheet.revision !== revision) throw new StaleRecord(id, { revision: sheet.revision, state: sheet.state, title: sheet.title })
  if (sheet.state !== 'drawn-up') throw new Refusal('filing.not-drawn-up')
  return sheet
}

async function save(change: Change, { id, revision }: Seen, columns: RowChange<'filing_sheet'>): Promise<Seen> {
  await change.db.updateTable('filing_sheet').set({ ...columns, revision: revision + 1, updated_at: change.at }).where('id', '=', id).execute()
  return { id, revision: revision + 1 }
}

/** @throws Refusal `publicity.nothing-waiting`, `publicity.too-many` */
export async function drawUpSheet(change: Change, { scope, except, gate, ...head }: Head & { scope: Scope; except: readonly string[]; gate: Gate }): Promise<Seen> {
  const ids = await takeIn(change, 'filing', { scope, except, gate })
  const id = change.newId()
  await change.db.insertInto('filing_sheet').values({
    id, title: head.title, document_number: head.documentNumber, recipient: head.recipient, dated_on: head.datedOn, received_on: null, drawn_up_by: change.actor.name, created_at: change.at, updated_at: change.at,
  }).execute()
  await enterListed(change, { listId: id, step: 'filing', ids })
  await change.record({ action: 'filing.create', entity: 'filing', entityId: id, after: { title: head.title, documentNumber: head.documentNumber, recipient: head.recipient, datedOn: head.datedOn, entries: ids.length } })
  return { id, revision: 1 }
}

/** @throws Refusal `filing.not-drawn-up`; StaleRecord */
export async function changeSheet(change: Change, { id, revision, title, documentNumber, recipient, datedOn }: Seen & Head): Promise<Seen> {
  const sheet = await drawnUp(change.db, { id, revision })
  const before = { title: sheet.title, documentNumber: sheet.document_number, recipient: sheet.recipient, datedOn: sheet.dated_on }
  const after = { title, documentNumber, recipient, datedOn }
  if (JSON.stringify(before) === JSON.stringify(after)) return { id, revision }
  await change.record({ action: 'filing.change', entity: 'filing', entityId: id, before, after })
  return save(change, { id, revision }, { title, document_number: documentNumber, recipient, dated_on: datedOn })
}

/** Takes a sheet back that was not filed. @throws Refusal `filing.not-drawn-up`; StaleRecord */
export async function dropSheet(change: Change, seen: Seen): Promise<Seen> {
  const { id } = await drawnUp(change.db, seen)
  await releaseListed(change, id)
  await change.record({ action: 'filing.drop', entity: 'filing', entityId: id, before: { filingState: 'drawn-up' }, after: { filingState: 'dropped' } })
  return save(change, seen, { state: 'dropped' })
}

/**
 * Notes that the higher office has received the sheet: its entries go on, which puts them in force.
 * @throws Refusal `filing.not-drawn-up`, `filing.received-before`; StaleRecord
 */
export async function* fileSheet(call: Call, { receivedOn, receiptNumber, ...seen }: Seen & { receivedOn: string; receiptNumber: string }): AsyncGenerator<Progress, { moved: number }, void> {
  const db = call.core.database.read
  call.gate.require({ departmentId: null })
  const sheet = await drawnUp(db, seen)
  if (receivedOn < sheet.dated_on) throw new Refusal('filing.received-before', { date: sheet.dated_on }, 'receivedOn')
  const reason = [sheet.title, sheet.document_number, receiptNumber].filter((text) => text !== '').join(' · ')
  const moved = yield* moveOn(call, { action: 'file', id: sheet.id, reason, evidence: await evidenceOf(db, sheet.id) })
  if (call.signal.aborted) return { moved }
  await changeBy(call, async (change) => {
    await drawnUp(change.db, seen)
    await change.record({ action: 'filing.file', entity: 'filing', entityId: sheet.id, before: { filingState: 'drawn-up' }, after: { filingState: 'filed', receivedOn, receiptNumber, filed: moved } })
    await save(change, seen, { state: 'filed', received_on: receivedOn, receipt_number: receiptNumber, filed_by: change.actor.name, filed_at: change.at })
  })
  return { moved }
}

/** Newest first; those taken back are left out. */
export async function readSheets(db: ReadableDatabase): Promise<FilingSheet[]> {
  const rows = await db.selectFrom('filing_sheet as s').selectAll('s').select((eb) => [
    eb.selectFrom('listed_entry as e').select(({ fn }) => fn.countAll<number>().as('n')).whereRef('e.list_id', '=', 's.id').where((on) => on.or([on('e.outcome', 'is', null), on('e.outcome', '=', 'filed')])).as('entries'),
    eb.selectFrom('attachment as f').select(({ fn }) => fn.countAll<number>().as('n')).whereRef('f.entity_id', '=', 's.id').where('f.state', '=', 'in-force').as('evidence'),
  ]).where('s.state', '<>', 'dropped').orderBy('s.number', 'desc').limit(500).execute()
  return rows.map((row) => ({
    id: row.id, number: row.number, revision: row.revision, title: row.title, documentNumber: row.document_number, recipient: row.recipient, datedOn: row.dated_on, state: row.state,
    receiptNumber: row.receipt_number, receivedOn: row.received_on, entries: row.entries ?? 0, evidence: row.evidence ?? 0, drawnUpBy: row.drawn_up_by, filedBy: row.filed_by, filedAt: row.filed_at,
  }))
}
