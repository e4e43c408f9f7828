import type { Change } from '../database/database.ts'

/** Writes a comment beside an entry. It stays; a mistaken one is answered by another. */
export async function addComment(change: Change, { id: riskPointId, text }: { id: string; text: string }): Promise<string> {
  const id = change.newId()
  await change.db.insertInto('review_comment').values({ id, risk_point_id: riskPointId, text, person_id: change.actor.id ?? null, person: change.actor.name, written_at: change.at }).execute()
  await change.record({ action: 'review.comment', entity: 'review', entityId: riskPointId, after: { text }, seals: [{ table: 'review_comment', key: id }] })
  return id
}
