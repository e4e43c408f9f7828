import type { SearchTable } from '../search/search-text.ts'
import type { FilterTable } from './filter-rules.ts'
import type { SortRule } from './sort-rules.ts'

/** What the shared list queries have to know about one register. */
export interface ListKind<F extends object, Column extends string> {
  readonly table: 'power' | 'risk_point' | 'control_measure'
  readonly search: SearchTable
  readonly totals: { readonly table: 'power_total' | 'risk_point_total' | 'control_measure_total'; readonly sum: 'powers' | 'points' | 'measures' }
  readonly filters: FilterTable<F>
  readonly sorts: Readonly<Record<Column, SortRule>>
}

/** The queries that do not sort take a list of any sorts. */
export type AnyList = Pick<ListKind<object, string>, 'table' | 'search' | 'totals'>
