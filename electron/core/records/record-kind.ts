import type { WritableDatabase, Change } from '../database/database.ts'
import type { Row, Schema } from '../database/schema.ts'
import type { Difference, Values } from './values.ts'

/** The registers whose records are created, changed, withdrawn and reinstated by the same rules. */
export type RecordTable = 'power' | 'risk_point' | 'control_measure' | 'department' | 'post'

/** A record as it stands in the register. */
export interface Standing {
  readonly number: number
  readonly id: string
  readonly revision: number
  readonly state: 'in-force' | 'withdrawn'
  readonly values: Values
}

/** What the shared mechanism has to know about one register. Fields bear the contract's names. */
export interface RecordKind {
  readonly table: RecordTable
  /** The record's code in the audit log. */
  readonly entity: string
  /** Field → column. */
  readonly columns: Readonly<Record<string, string>>
  /** Fields that are yes or no, stored as 1 and 0. */
  readonly flags: readonly string[]
  /** Fields whose empty text is a value, not a gap. */
  readonly keepBlank: readonly string[]
  /** Field → column that holds its folded text. */
  readonly keys: Readonly<Record<string, string>>
  /** Lists that belong to the record but lie in other tables. */
  readonly lists?: RecordLists
  /** Checks a patch against the rules and adds what follows from it. `stands` is undefined for a new record. */
  readonly complete?: (change: Change, patch: Values, stands: Standing | undefined) => Promise<Values>
  /** Refuses where the record must not leave (`withdrawn`) or come back (`in-force`). */
  readonly mayBecome?: (change: Change, stands: Standing, state: Standing['state']) => Promise<void>
  readonly search?: RecordSearch
  /** After the record was changed, withdrawn or reinstated: tells those whom it concerns. */
  readonly touched?: (change: Change, id: string) => Promise<void>
}

export interface RecordLists {
  readonly fields: readonly string[]
  readonly read: (db: WritableDatabase, id: string) => Promise<Values>
  readonly store: (change: Change, id: string, lists: Difference) => Promise<void>
}



export interface RecordSearch {
  /** Fields that can be searched by text. */
  readonly fields: readonly string[]
  /** Writes the record's searchable text anew. */
  readonly index: (db: WritableDatabase, record: { number: number; id: string; renamed: boolean }) => Promise<void>
  /** Takes it out of the search. */
  readonly forget: (db: WritableDatabase, number: number) => Promise<void>
}

/** Holds a field map to the columns of its table, so that a mistyped column does not compile. */
export const columnsOf = <T extends keyof Schema>() => <const M extends Readonly<Record<string, keyof Row<T> & string>>>(map: M): M => map
