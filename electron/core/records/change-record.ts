import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'
import { StaleRecord } from '../stale-record.ts'
import type { RecordKind, Standing } from './record-kind.ts'
import { readStanding, toColumns, updateColumns } from './stored-record.ts'
import { differenceOf, withoutBlanks } from './values.ts'
import type { Difference, Values } from './values.ts'

export interface RecordChange {
  readonly id: string
  /** The revision that was read; left out where the caller has just read the record in the same change. */
  readonly revision?: number | undefined
  readonly patch: Values
}

/** `before` holds the old values of exactly the fields that changed: saved again as a patch they undo the change. */
export interface Saved { readonly revision: number; readonly before: Record<string, unknown> }

/**
 * Changes a record in force. A patch that alters nothing writes nothing.
 * @throws StaleRecord when the record was saved after `revision`
 * @throws Refusal `record.missing`, `record.withdrawn`, and what the kind's rules refuse
 */
export async function changeRecord(change: Change, kind: RecordKind, { id, revision, patch }: RecordChange): Promise<Saved> {
  const given = withoutBlanks(patch, kind.keepBlank)
  const stands = await standingFor(change, kind, { id, revision, patch: given })
  const difference = differenceOf(stands.values, { ...given, ...await kind.complete?.(change, given, stands) })
  if (difference === undefined) return { revision: stands.revision, before: {} }
  const saved = await store(change, kind, { stands, difference })
  await change.record({ action: `${kind.entity}.change`, entity: kind.entity, entityId: id, ...difference })
  await kind.touched?.(change, id)
  return { revision: saved, before: { ...difference.before } }
}

async function standingFor(change: Change, kind: RecordKind, { id, revision, patch }: RecordChange): Promise<Standing> {
  const row = await readStanding(change.db, kind, id)
  const stale = revision !== undefined && revision !== row.revision
  const wantsLists = stale || kind.lists?.fields.some((field) => field in patch)
  const stands = wantsLists ? { ...row, values: { ...row.values, ...await kind.lists?.read(change.db, id) } } : row
  if (stale) throw new StaleRecord(id, { ...stands.values, revision: stands.revision, state: stands.state })
  if (stands.state !== 'in-force') throw new Refusal('record.withdrawn')
  return stands
}

async function store(change: Change, kind: RecordKind, { stands, difference }: { stands: Standing; difference: Difference }): Promise<number> {
  const revision = await updateColumns(change, kind, { stands, columns: toColumns(kind, difference.after) })
  if (kind.lists?.fields.some((field) => field in difference.after)) await kind.lists.store(change, stands.id, difference)
  if (kind.search?.fields.some((field) => field in difference.after)) {
    await kind.search.index(change.db, { number: stands.number, id: stands.id, renamed: 'name' in difference.after })
  }
  return revision
}
