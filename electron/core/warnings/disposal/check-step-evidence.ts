import { Refusal } from '#shared/model/refusal.ts'
import type { ReadableDatabase } from '../../database/database.ts'

/** Evidence of a step is attached to its sheet. @throws Refusal `warning.evidence-foreign` */
export async function checkStepEvidence(db: Pick<ReadableDatabase, 'selectFrom'>, { id }: { readonly id: string }, evidence: readonly string[]): Promise<void> {
  if (evidence.length === 0) return
  const own = await db.selectFrom('attachment').select('id').where('id', 'in', evidence).where('entity_id', '=', id).where('state', '=', 'in-force').execute()
  if (own.length < new Set(evidence).size) throw new Refusal('warning.evidence-foreign', {}, 'evidence')
}
