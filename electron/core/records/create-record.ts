import type { Change } from '../database/database.ts'
import type { RecordKind } from './record-kind.ts'
import { insertColumns, toColumns } from './stored-record.ts'
import { differenceOf, withoutBlanks } from './values.ts'
import type { Values } from './values.ts'

/** Enters a record in force: its row, its lists, its searchable text and the audit entry with all that was given. */
export async function createRecord(change: Change, kind: RecordKind, input: Values): Promise<string> {
  const given = withoutBlanks(input, kind.keepBlank)
  const values = { ...given, ...await kind.complete?.(change, given, undefined) }
  const id = change.newId()
  const number = await insertColumns(change.db, kind.table, { id, ...toColumns(kind, values), created_at: change.at, updated_at: change.at })
  const lists = differenceOf({}, onlyLists(kind, values))
  if (lists) await kind.lists?.store(change, id, lists)
  await kind.search?.index(change.db, { number, id, renamed: false })
  await change.record({ action: `${kind.entity}.create`, entity: kind.entity, entityId: id, after: filled(values) })
  return id
}

const onlyLists = (kind: RecordKind, values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([field]) => kind.lists?.fields.includes(field)))

const filled = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
