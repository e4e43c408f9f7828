import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'

/**
 * A lowering rests on at least one file that shows its grounds.
 * @throws Refusal `review.evidence-missing`, `attachment.unknown`
 */
export async function checkEvidence(change: Change, { number, evidence }: { number: number; evidence: readonly string[] }): Promise<void> {
  if (evidence.length === 0) throw new Refusal('review.evidence-missing', { number }, 'evidence')
  await checkAttachments(change, evidence)
}

/** @throws Refusal `attachment.unknown` */
export async function checkAttachments(change: Change, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const known = await change.db.selectFrom('attachment').select('id').where('id', 'in', ids).execute()
  if (known.length < new Set(ids).size) throw new Refusal('attachment.unknown', {}, 'evidence')
}
