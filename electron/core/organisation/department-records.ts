import type { Change } from '../database/database.ts'
import { changeRecord } from '../records/change-record.ts'
import type { Saved } from '../records/change-record.ts'
import { withdrawRecords } from '../records/change-state.ts'
import { createRecord } from '../records/create-record.ts'
import { departmentKind } from './department-kind.ts'

/** @throws Refusal `department.name-taken`, `organisation.missing` */
export const createDepartment = (change: Change, input: { name: string; headTitle?: string | null | undefined }): Promise<string> =>
  createRecord(change, departmentKind, input)

/** @throws StaleRecord; Refusal `department.name-taken` */
export const changeDepartment = (change: Change, item: { id: string; revision?: number | undefined; patch: { name?: string; headTitle?: string | null } }): Promise<Saved> =>
  changeRecord(change, departmentKind, item)

/** @throws Refusal `department.in-use` */
export const withdrawDepartments = (change: Change, ids: readonly string[]): Promise<number> => withdrawRecords(change, departmentKind, ids)
