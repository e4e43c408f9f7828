import type { Words } from '../facts/words.ts'
import type { RowCells } from '../facts/row-cells.ts'
import type { Place, PowerRef } from '../facts/facts.ts'
import type { PowerDraft, Ref } from './records.ts'
import type { RegisterDraft } from './register-draft.ts'
import { keyOf } from '#shared/model/text-key.ts'

/** What merging a row into the draft works with. */
export interface Merging {
  readonly draft: RegisterDraft
  readonly words: Words
  readonly fileName: string
}

interface Placed { departmentId: Ref | null; postId: Ref | null }

/**
 * Department and post a row gives a record. Those the register does not know are planned and noted. A record that moves
 * to another department leaves its post behind; a post without a department cannot be kept.
 */
export function placeIn({ draft }: Merging, cells: RowCells, { now, department, post }: { now: Placed; department: string; post: string }): Placed {
  const departmentId = department === '' ? now.departmentId : departmentRef(draft, cells, department)
  if (post === '') return { departmentId, postId: now.postId !== null && draft.departmentOfPost(now.postId) === departmentId ? now.postId : null }
  if (departmentId !== null) return { departmentId, postId: postRef(draft, cells, { departmentId, post }) }
  cells.note('post.without-department', 'post', { post })
  return { departmentId, postId: now.postId }
}

function departmentRef(draft: RegisterDraft, cells: RowCells, name: string): Ref {
  if (!draft.departments.has(keyOf(name))) cells.note('department.created', 'department', { name })
  return draft.department(name).ref
}

function postRef(draft: RegisterDraft, cells: RowCells, { departmentId, post }: { departmentId: Ref; post: string }): Ref {
  const known = draft.posts.size
  const { ref } = draft.post(departmentId, post)
  if (draft.posts.size > known) cells.note('post.created', 'post', { name: post })
  return ref
}

/** The same power, or a new one by what the row says; also takes over a code and a sub-item it lacked. */
export function settlePower({ draft }: Merging, power: PowerDraft | undefined, { ref, place }: { ref: PowerRef; place: Place }): PowerDraft {
  const settled = power ?? draft.planPower(ref.name, place)
  settled.place ??= place
  if (ref.code !== '') draft.giveCode(settled, ref.code)
  if (keyOf(ref.subItem) !== keyOf(settled.now.subItem) && ref.subItem !== '') settled.now.subItem = ref.subItem
  return settled
}

/** Another row of the file, for a sentence. */
export const rowParams = ({ sheet, row }: Place): { otherSheet: string; otherRow: number } => ({ otherSheet: sheet, otherRow: row })
