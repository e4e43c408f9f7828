import type { Database as Connection } from 'better-sqlite3'

/** One step of the schema. A migration that has been released never changes: its hash is kept in the database. */
export interface Migration {
  /** The `user_version` after this step; steps are numbered without gaps from 1. */
  version: number
  name: string
  sql: string
  /** What SQL cannot do, done after it in the same transaction. The identity is part of the hash and changes with the work. */
  run?: { readonly identity: string; readonly work: (connection: Connection) => void }
}
