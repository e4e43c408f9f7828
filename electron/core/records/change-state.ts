import type { Change } from '../database/database.ts'
import type { RecordKind, Standing } from './record-kind.ts'
import { readStanding, updateColumns } from './stored-record.ts'

/**
 * Takes records out of force; their rows stay. Those already withdrawn are passed over.
 * @returns how many were in force before
 * @throws Refusal `record.missing`, and what the kind's rules refuse
 */
export function withdrawRecords(change: Change, kind: RecordKind, ids: readonly string[]): Promise<number> {
  return bringTo(change, kind, { ids, state: 'withdrawn' })
}

/** Puts withdrawn records back in force. Those in force are passed over. */
export function reinstateRecords(change: Change, kind: RecordKind, ids: readonly string[]): Promise<number> {
  return bringTo(change, kind, { ids, state: 'in-force' })
}

async function bringTo(change: Change, kind: RecordKind, { ids, state }: { ids: readonly string[]; state: Standing['state'] }): Promise<number> {
  let changed = 0
  for (const id of new Set(ids)) {
    const stands = await readStanding(change.db, kind, id)
    if (stands.state === state) continue
    await kind.mayBecome?.(change, stands, state)
    await updateColumns(change, kind, { stands, columns: { state } })
    await keepSearch(change, kind, { stands, state })
    await change.record({
      action: `${kind.entity}.${state === 'withdrawn' ? 'withdraw' : 'reinstate'}`,
      entity: kind.entity,
      entityId: id,
      before: { state: stands.state },
      after: { state },
    })
    await kind.touched?.(change, id)
    changed++
  }
  return changed
}

async function keepSearch(change: Change, kind: RecordKind, { stands, state }: { stands: Standing; state: Standing['state'] }): Promise<void> {
  if (state === 'withdrawn') await kind.search?.forget(change.db, stands.number)
  else await kind.search?.index(change.db, { number: stands.number, id: stands.id, renamed: false })
}
