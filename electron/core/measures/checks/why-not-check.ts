import { keyOf } from '#shared/model/text-key.ts'
import type { ReadableDatabase } from '../../database/database.ts'
import { holdsPost } from '../../review/holds-post.ts'

export interface CheckQuestion {
  readonly measureId: string
  readonly ownerPostId: string | null
  /** Who answers for it by name, as entered. */
  readonly owner: string | null
  readonly person: { readonly id?: string | undefined; readonly name: string }
  /** Local calendar date. */
  readonly today: string
}

const own = ['control-measure.create', 'control-measure.change', 'control-measure.reinstate', 'control-measure.execute', 'control-measure.add-evidence'] as const

export type CheckObstacle = 'measure.own-check' | 'measure.own-post-check' | 'measure.own-name-check'

/**
 * Four eyes: nobody rates a measure he wrote, carried out, that bears his name, or whose post answers for it. What was
 * done without an account, on the command line, is told by the name. Undefined where nothing stands in the way.
 */
export async function whyNotCheck(db: ReadableDatabase, { measureId, ownerPostId, owner, person, today }: CheckQuestion): Promise<CheckObstacle | undefined> {
  const { id, name } = person
  const trace = await db.selectFrom('audit_entry').select('number').where('entity_id', '=', measureId).where('action', 'in', own)
    .where(({ and, eb, or }) => or([and([eb('actor_id', 'is', null), eb('actor', '=', name)]), ...id === undefined ? [] : [eb('actor_id', '=', id)]])).limit(1).executeTakeFirst()
  if (trace !== undefined) return 'measure.own-check'
  if (owner !== null && keyOf(owner) !== '' && keyOf(owner) === keyOf(name)) return 'measure.own-name-check'
  return ownerPostId !== null && id !== undefined && await holdsPost(db, { postId: ownerPostId, personId: id, today }) ? 'measure.own-post-check' : undefined
}
