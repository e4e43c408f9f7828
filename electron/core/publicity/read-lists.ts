import type { Objection, PublicityList, Scope } from '#shared/contract/publicity.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { ReadableDatabase } from '../database/database.ts'

const selectLists = (db: ReadableDatabase) => db.selectFrom('publicity_list as l').selectAll('l').select((eb) => [
  eb.selectFrom('listed_entry as e').select(({ fn }) => fn.countAll<number>().as('n')).whereRef('e.list_id', '=', 'l.id').where((on) => on.or([on('e.outcome', 'is', null), on('e.outcome', '<>', 'left-out')])).as('entries'),
  eb.selectFrom('publicity_objection as o').select(({ fn }) => fn.countAll<number>().as('n')).whereRef('o.list_id', '=', 'l.id').as('objections'),
  eb.selectFrom('publicity_objection as o').leftJoin('publicity_answer as a', 'a.objection_id', 'o.id').select(({ fn }) => fn.countAll<number>().as('n')).whereRef('o.list_id', '=', 'l.id').where('a.id', 'is', null).as('unanswered'),
  eb.selectFrom('attachment as f').select(({ fn }) => fn.countAll<number>().as('n')).whereRef('f.entity_id', '=', 'l.id').where('f.state', '=', 'in-force').as('evidence'),
])

type ListRow = Awaited<ReturnType<ReturnType<typeof selectLists>['execute']>>[number]

const asList = (row: ListRow, today: string): PublicityList => ({
  id: row.id, number: row.number, revision: row.revision, title: row.title, scope: JSON.parse(row.scope) as Scope, place: row.place, startsOn: row.starts_on, endsOn: row.ends_on, state: row.state,
  entries: row.entries ?? 0, objections: row.objections ?? 0, unanswered: row.unanswered ?? 0, evidence: row.evidence ?? 0, over: today > row.ends_on,
  drawnUpBy: row.drawn_up_by, postedBy: row.posted_by, postedAt: row.posted_at, closedBy: row.closed_by, closedAt: row.closed_at,
})

/** Newest first; those taken back are left out. */
export async function readLists(db: ReadableDatabase, today: string): Promise<PublicityList[]> {
  const rows = await selectLists(db).where('l.state', '<>', 'dropped').orderBy('l.number', 'desc').limit(500).execute()
  return rows.map((row) => asList(row, today))
}

/** @throws Refusal `record.missing` */
export async function readList(db: ReadableDatabase, id: string, today: string): Promise<{ list: PublicityList; objections: Objection[] }> {
  const row = await selectLists(db).where('l.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing')
  return { list: asList(row, today), objections: await objectionsOf(db, id) }
}

async function objectionsOf(db: ReadableDatabase, listId: string): Promise<Objection[]> {
  const rows = await db.selectFrom('publicity_objection as o').leftJoin('publicity_answer as a', 'a.objection_id', 'o.id').leftJoin('risk_point as r', 'r.id', 'o.risk_point_id').leftJoin('power as p', 'p.id', 'r.power_id')
    .selectAll('o').select(['r.number as point_number', 'p.name as power_name', 'a.upheld', 'a.text as answer', 'a.answered_by', 'a.answered_at'])
    .where('o.list_id', '=', listId).orderBy('o.number').limit(1000).execute()
  return rows.map((row) => ({
    id: row.id, number: row.number, riskPointId: row.risk_point_id, riskPointNumber: row.point_number, powerName: row.power_name, raisedBy: row.raised_by, way: row.way, text: row.text,
    receivedOn: row.received_on, recordedBy: row.recorded_by, recordedAt: row.recorded_at,
    answer: row.answered_at === null ? null : { upheld: row.upheld === 1, text: row.answer ?? '', answeredBy: row.answered_by ?? '', answeredAt: row.answered_at },
  }))
}
