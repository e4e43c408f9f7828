import type { Parties } from '#shared/model/rectification.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Entry } from './stored-entry.ts'

/** Steps that make a person a party: who recorded a problem or mended it does not judge it. */
const ofParties = ['open', 'rectify'] as const

/** Everybody who has a part in an entry: its owner, whoever held the post that owns it since it was found, and who recorded or mended it. */
export async function partiesOf(db: ReadableDatabase, entry: Pick<Entry, 'id' | 'owner' | 'owner_id' | 'owner_post_id' | 'found_on' | 'recorded_by' | 'recorded_by_id'>): Promise<Parties> {
  const steps = await db.selectFrom('rectification_step').select(['person_id', 'person']).where('rectification_id', '=', entry.id).where('action', 'in', ofParties).execute()
  const holders = entry.owner_post_id === null ? [] : await db.selectFrom('post_holding').select('person_id').where('post_id', '=', entry.owner_post_id)
    .where((on) => on.or([on('until', 'is', null), on('until', '>=', entry.found_on)])).execute()
  return {
    personIds: new Set([entry.owner_id, entry.recorded_by_id, ...steps.map((step) => step.person_id), ...holders.map((holding) => holding.person_id)].filter((id) => id !== null)),
    names: new Set([entry.owner, entry.recorded_by, ...steps.map((step) => step.person)].filter((name) => name !== '')),
  }
}
