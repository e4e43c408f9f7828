import { hash } from 'node:crypto'
import type { AuditActorKind } from '#shared/model/states.ts'

/** An entry of the log as its row holds it, without the hash. */
export interface LogEntry {
  readonly number: number
  readonly id: string
  readonly at: string
  readonly actorKind: AuditActorKind
  readonly actor: string
  readonly actorId: string | null
  readonly action: string
  readonly entity: string
  readonly entityId: string
  /** JSON as it is stored. */
  readonly before: string | null
  readonly after: string | null
  readonly batchId: string | null
  /** JSON as it is stored: the rows sealed by this entry, `[[table, key, hash], …]`. */
  readonly sealed: string | null
}

/** The columns of `audit_entry` in the order in which they are hashed. */
export const entryColumns = 'number, id, at, actor_kind, actor, actor_id, action, entity, entity_id, before, after, batch_id, sealed'

/** The values of `entryColumns`. */
export type EntryValues = readonly (string | number | null)[]

export const valuesOf = (entry: LogEntry): EntryValues => [
  entry.number, entry.id, entry.at, entry.actorKind, entry.actor, entry.actorId, entry.action, entry.entity, entry.entityId, entry.before, entry.after, entry.batchId, entry.sealed,
]

/**
 * SHA-256 (FIPS 180-4), in hexadecimal, over the hash of the entry before and all columns of this one as one JSON array
 * in UTF-8. JSON keeps values apart: no text can pass for the end of its column and the beginning of the next.
 * @param previous the hash of the entry before; '' for the first
 */
export const entryHash = (previous: string, values: EntryValues): string => hash('sha256', JSON.stringify([previous, ...values]), 'hex')
