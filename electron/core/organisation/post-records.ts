import type { Change } from '../database/database.ts'
import { changeRecord } from '../records/change-record.ts'
import type { Saved } from '../records/change-record.ts'
import { withdrawRecords } from '../records/change-state.ts'
import { createRecord } from '../records/create-record.ts'
import { postKind } from './post-kind.ts'

/** @throws Refusal `post.name-taken`, `department.unknown` */
export const createPost = (change: Change, input: { departmentId: string; name: string; duties?: string | null | undefined }): Promise<string> =>
  createRecord(change, postKind, input)

/** @throws StaleRecord; Refusal `post.name-taken` */
export const changePost = (change: Change, item: { id: string; revision?: number | undefined; patch: { name?: string; duties?: string | null } }): Promise<Saved> =>
  changeRecord(change, postKind, item)

/** @throws Refusal `post.in-use` */
export const withdrawPosts = (change: Change, ids: readonly string[]): Promise<number> => withdrawRecords(change, postKind, ids)
