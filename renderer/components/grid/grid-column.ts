import type { ReactNode } from 'react'
import type { Choice } from '#renderer/components/use-vocabulary.ts'

/** How a column is filtered; `param` is its name in the address. */
export type ColumnFilter =
  | { readonly kind: 'text'; readonly param: string }
  | { readonly kind: 'choices'; readonly param: string; readonly choices: readonly Choice[] }
  | { readonly kind: 'yes-no'; readonly param: string; readonly yes: string; readonly no: string }

/** How a cell is edited in place. Values are texts, codes, ids or ISO dates; null where nothing is set. */
export interface CellEdit<Row> {
  readonly kind: 'text' | 'long-text' | 'choice' | 'date'
  /** Name of the field in the contract's patch. */
  readonly field: string
  readonly required?: boolean
  readonly choices?: (row: Row) => readonly Choice[]
  readonly value: (row: Row) => string | null
  /** The row as it will look, shown before core has answered. */
  readonly apply: (row: Row, value: string | null) => Row
}

export interface GridColumn<Row> {
  readonly id: string
  readonly title: string
  /** Pixels, before anybody has changed it. */
  readonly width: number
  readonly align?: 'end'
  /** Stays in sight at the left when the grid is moved sideways. */
  readonly pinned?: boolean
  readonly hidden?: boolean
  /** Name of the order in the list's procedure. */
  readonly sort?: string
  readonly filter?: ColumnFilter
  /** What is copied, printed and read out. */
  readonly text: (row: Row) => string
  readonly render?: (row: Row) => ReactNode
  readonly edit?: CellEdit<Row>
}

/** What every list's rows have. */
export interface GridRow { readonly id: string; readonly number: number; readonly revision: number }
