import type { GridRow, LoadRows } from '#renderer/components/grid/index.ts'

/** Fields to be changed, by the contract's names. */
export type Patch = Record<string, unknown>

export interface SaveItem { readonly id: string; readonly revision: number; readonly patch: Patch }
export interface Saved { readonly id: string; readonly revision: number; readonly before: Patch }

/** What a list page has to be able to ask of its register: powers, risk points or measures, or a part of them with a screen of its own. */
export interface Register<Row extends GridRow> {
  readonly name: 'powers' | 'risks' | 'measures' | 'overdue' | 'day'
  readonly load: LoadRows<Row>
  /** The record as it stands, with everything a row shows. */
  readonly get: (id: string) => Promise<Row>
  readonly save: (items: readonly SaveItem[]) => Promise<readonly Saved[]>
  readonly withdraw: (ids: readonly string[]) => Promise<unknown>
  readonly reinstate: (ids: readonly string[]) => Promise<unknown>
}
