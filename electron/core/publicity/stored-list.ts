import { Refusal } from '#shared/model/refusal.ts'
import type { PublicityState } from '#shared/model/publicity.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'
import { StaleRecord } from '../stale-record.ts'

export interface Seen { readonly id: string; readonly revision: number }

/**
 * A list in the state an order needs, as it was seen by whoever gave it.
 * @throws Refusal `record.missing`, `publicity.not-drawn-up`, `publicity.not-posted`; StaleRecord
 */
export async function listIn(db: ReadableDatabase, { id, revision }: { id: string; revision?: number }, state: Extract<PublicityState, 'drawn-up' | 'posted'>): Promise<Row<'publicity_list'>> {
  const list = await db.selectFrom('publicity_list').selectAll().where('id', '=', id).executeTakeFirst()
  if (list === undefined) throw new Refusal('record.missing')
  if (revision !== undefined && revision !== list.revision) throw new StaleRecord(id, { revision: list.revision, state: list.state, title: list.title })
  if (list.state !== state) throw state === 'posted' ? new Refusal('publicity.not-posted') : new Refusal('publicity.not-drawn-up')
  return list
}
