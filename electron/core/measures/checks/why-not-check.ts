import type { ReadableDatabase } from '../../database/database.ts'
import { holdsPost } from '../../review/holds-post.ts'

export interface CheckQuestion {
  readonly measureId: string
  readonly ownerPostId: string | null
  readonly person: { readonly id?: string | undefined; readonly name: string }
  /** Local calendar date. */
  readonly today: string
}

const own = ['control-measure.create', 'control-measure.change', 'control-measure.reinstate', 'control-measure.execute', 'control-measure.add-evidence'] as const

/** Four eyes: nobody rates a measure he wrote, carried out, or whose post answers for it. Undefined where nothing stands in the way. */
export async function whyNotCheck(db: ReadableDatabase, { measureId, ownerPostId, person, today }: CheckQuestion): Promise<'measure.own-check' | 'measure.own-post-check' | undefined> {
  const traces = db.selectFrom('audit_entry').select('number').where('entity_id', '=', measureId).where('action', 'in', own)
  const trace = person.id === undefined ? traces.where('actor_id', 'is', null).where('actor', '=', person.name) : traces.where('actor_id', '=', person.id)
  if (await trace.limit(1).executeTakeFirst() !== undefined) return 'measure.own-check'
  return ownerPostId !== null && person.id !== undefined && await holdsPost(db, { postId: ownerPostId, personId: person.id, today }) ? 'measure.own-post-check' : undefined
}
