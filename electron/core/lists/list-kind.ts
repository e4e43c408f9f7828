import type { Schema } from '../database/schema.ts'
import type { SearchTable } from '../search/search-text.ts'
import type { FilterTable } from './filter-rules.ts'
import type { SortRule } from './sort-rules.ts'

export interface Totals { readonly table: keyof Schema; readonly columns: readonly string[]; readonly sum: 'powers' | 'points' | 'measures' }

/** What the shared list queries have to know about one register. */
export interface ListKind<F extends object, Column extends string> {
  readonly table: 'power' | 'risk_point' | 'control_measure'
  readonly search: SearchTable
  /** The tables of totals; a count is taken from the first that has every column it needs. */
  readonly totals: readonly Totals[]
  readonly filters: FilterTable<F>
  readonly sorts: Readonly<Record<Column, SortRule>>
}

/** The queries that do not sort take a list of any sorts. */
export type AnyList = Pick<ListKind<object, string>, 'table' | 'search' | 'totals'>
