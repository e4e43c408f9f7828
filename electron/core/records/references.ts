import type { VocabularyKind } from '#shared/contract/organisation.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'
import type { Values } from './values.ts'

/** @throws Refusal `vocabulary.unknown` for a code the vocabulary does not have */
export async function checkCode(change: Change, kind: VocabularyKind, { field, code }: { field: string; code: unknown }): Promise<void> {
  if (typeof code !== 'string') return
  const known = await change.db.selectFrom('vocabulary').select('code').where('kind', '=', kind).where('code', '=', code).executeTakeFirst()
  if (known === undefined) throw new Refusal('vocabulary.unknown', { code }, field)
}

interface Place { departmentId: unknown; postId: unknown }

/**
 * Department and post of a record after a patch. A post belongs to a department: naming a post fills a missing
 * department, and moving a record to another department leaves the post behind.
 * @throws Refusal `department.unknown`, `post.unknown`, `post.of-another-department`
 */
export async function settlePlace(change: Change, patch: Values, stands: Values = {}): Promise<Values> {
  if (patch['departmentId'] === undefined && patch['postId'] === undefined) return {}
  const wanted = { departmentId: patch['departmentId'] ?? null, postId: patch['postId'] ?? null }
  if (patch['departmentId'] === undefined) wanted.departmentId = stands['departmentId'] ?? null
  if (patch['postId'] === undefined) wanted.postId = stands['postId'] ?? null
  await checkDepartment(change, wanted.departmentId)
  const settled = await settlePost(change, wanted, patch)
  return Object.fromEntries(Object.entries(settled).filter(([field, value]) => value !== (stands[field] ?? null)))
}

async function settlePost(change: Change, wanted: Place, patch: Values): Promise<Place> {
  if (typeof wanted.postId !== 'string') return wanted
  const post = await change.db.selectFrom('post').select(['department_id', 'name', 'state']).where('id', '=', wanted.postId).executeTakeFirst()
  if (post === undefined || post.state !== 'in-force') throw new Refusal('post.unknown', {}, 'postId')
  if (post.department_id === wanted.departmentId) return wanted
  if (patch['postId'] === undefined) return { ...wanted, postId: null }
  if (wanted.departmentId === null && patch['departmentId'] === undefined) return { ...wanted, departmentId: post.department_id }
  throw new Refusal('post.of-another-department', { post: post.name }, 'postId')
}

/** @throws Refusal `department.unknown` for one that is not there or not in force */
export async function checkDepartment(change: Change, id: unknown): Promise<void> {
  if (typeof id !== 'string') return
  const department = await change.db.selectFrom('department').select('state').where('id', '=', id).executeTakeFirst()
  if (department?.state !== 'in-force') throw new Refusal('department.unknown', {}, 'departmentId')
}

/** Before a record comes back: where it belongs must still be in force. */
export async function checkPlace(change: Change, values: Values): Promise<void> {
  await checkDepartment(change, values['departmentId'])
  await settlePlace(change, { departmentId: values['departmentId'] ?? null, postId: values['postId'] ?? null })
}
