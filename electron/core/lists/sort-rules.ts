import { sql } from 'kysely'
import type { VocabularyKind } from '#shared/contract/organisation.ts'
import type { Condition } from './filter-rules.ts'

export type Direction = 'asc' | 'desc'

/** How one sort of a list is served. The record is `r`; its number breaks ties, in the direction of the sort. */
export interface SortRule {
  /** Columns of the record, of which an index holds the order. */
  readonly keys: readonly string[]
  /** Records without a value in this column come last, whichever direction. */
  readonly blank?: string
  /** The order of another table: its records are walked in order and the listed ones found under each. */
  readonly through?: Outer
  /** Filters whose index gives this order too, when they name a single value. */
  readonly within?: readonly string[]
}

/** The table that gives the order, as `o`. */
export interface Outer {
  readonly table: Condition
  readonly on: Condition
  readonly keys: readonly string[]
}

export interface Sort<Column extends string> { readonly column: Column; readonly direction: Direction }

/** Departments stand in the order the organisation gave them. */
export const throughDepartment: Outer = { table: sql`department`, on: sql`r.department_id = o.id`, keys: ['o.position', 'o.number'] }

/** Entries of a vocabulary stand in their order. */
export const throughVocabulary = (kind: VocabularyKind, column: string): Outer => ({
  table: sql`vocabulary`,
  on: sql`o.kind = ${sql.lit(kind)} AND ${sql.ref(`r.${column}`)} = o.code`,
  keys: ['o.position', 'o.code'],
})
