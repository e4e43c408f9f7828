import { keyOf } from '#shared/model/text-key.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'

export interface Owner { readonly departmentId: string | null; readonly ownerPostId: string | null; readonly owner: string }

/**
 * Who owns an entry, as it is stored. A post names its department where none is given; an account that bears the name
 * is kept beside it, so that four eyes go by the person.
 * @throws Refusal `department.unknown`, `post.unknown`
 */
export async function settleOwner(db: ReadableDatabase, { departmentId, ownerPostId, owner }: Owner): Promise<Pick<Row<'rectification'>, 'department_id' | 'owner_post_id' | 'owner' | 'owner_id'>> {
  const post = ownerPostId === null ? undefined : await db.selectFrom('post').select(['department_id', 'state']).where('id', '=', ownerPostId).executeTakeFirst()
  if (ownerPostId !== null && post?.state !== 'in-force') throw new Refusal('post.unknown', {}, 'ownerPostId')
  if (departmentId !== null) {
    const department = await db.selectFrom('department').select('state').where('id', '=', departmentId).executeTakeFirst()
    if (department?.state !== 'in-force') throw new Refusal('department.unknown', {}, 'departmentId')
  }
  const name = owner.trim()
  const person = name === '' ? undefined : await db.selectFrom('person').select('id').where('name_key', '=', keyOf(name)).where('state', '=', 'in-force').executeTakeFirst()
  return { department_id: departmentId ?? post?.department_id ?? null, owner_post_id: ownerPostId, owner: name, owner_id: person?.id ?? null }
}
