import type { Database as Connection } from 'better-sqlite3'
import type { KeptHead } from './head.ts'

/** The id of the log's first entry, which tells one register from another; undefined while the log is empty. */
export const registerOf = (connection: Connection): string | undefined =>
  connection.prepare<[], string>('SELECT id FROM audit_entry ORDER BY number LIMIT 1').pluck().get()

/** The heads kept in the register, oldest first. */
export const keptHeads = (connection: Connection): KeptHead[] =>
  connection.prepare<[], KeptHead>('SELECT register, number, hash, at, occasion, key_id AS keyId, signature FROM chain_head ORDER BY number').all()

/** The public key of an id as the register knows it. */
export const keyIn = (connection: Connection, keyId: string): string | undefined =>
  connection.prepare<[string], string>('SELECT public_key FROM signing_key WHERE key_id = ?').pluck().get(keyId)
