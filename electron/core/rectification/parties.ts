import type { Parties } from '#shared/model/rectification.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Entry } from './stored-entry.ts'

/** Steps that make a person a party: who recorded a problem or mended it does not judge it. */
const ofParties = ['open', 'rectify'] as const

/**
 * Everybody who has a part in an entry: its owner and whoever owned it before, whoever held a post that owns or owned it
 * since it was found, and who recorded or mended it. Giving an entry away does not make its owner a judge of it.
 */
export async function partiesOf(db: ReadableDatabase, entry: Pick<Entry, 'id' | 'owner' | 'owner_id' | 'owner_post_id' | 'found_on' | 'recorded_by' | 'recorded_by_id'>): Promise<Parties> {
  const steps = await db.selectFrom('rectification_step').select(['person_id', 'person']).where('rectification_id', '=', entry.id).where('action', 'in', ofParties).execute()
  const earlier = await earlierOwners(db, entry.id)
  const posts = [entry.owner_post_id, ...earlier.map(({ ownerPostId }) => ownerPostId)].filter((id) => typeof id === 'string')
  const holders = posts.length === 0 ? [] : await db.selectFrom('post_holding').select('person_id').where('post_id', 'in', posts)
    .where((on) => on.or([on('until', 'is', null), on('until', '>=', entry.found_on)])).execute()
  return {
    personIds: new Set([entry.owner_id, entry.recorded_by_id, ...steps.map((step) => step.person_id), ...holders.map((holding) => holding.person_id)].filter((id) => id !== null)),
    names: new Set([entry.owner, entry.recorded_by, ...steps.map((step) => step.person), ...earlier.map(({ owner }) => owner ?? '')].filter((name) => name !== '')),
  }
}

interface EarlierOwner { readonly owner?: string | null; readonly ownerPostId?: string | null }

/** Whom an entry was taken from, as the log has it. */
async function earlierOwners(db: ReadableDatabase, id: string): Promise<EarlierOwner[]> {
  const changes = await db.selectFrom('audit_entry').select('before').where('entity_id', '=', id).where('action', '=', 'rectification.change').where('before', 'is not', null).execute()
  return changes.map(({ before }) => JSON.parse(before ?? '{}') as EarlierOwner)
}
