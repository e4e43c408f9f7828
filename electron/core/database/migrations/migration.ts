/** One step of the schema. A migration that has been released never changes: its hash is kept in the database. */
export interface Migration {
  /** The `user_version` after this step; steps are numbered without gaps from 1. */
  version: number
  name: string
  sql: string
}
