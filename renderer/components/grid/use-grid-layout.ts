import { columnOrderingFeature, columnPinningFeature, columnResizingFeature, columnSizingFeature, columnVisibilityFeature, tableFeatures, useTable } from '@tanstack/react-table'
import type { ColumnDef, Header, ReactTable, Updater } from '@tanstack/react-table'
import { useMemo } from 'react'
import { z } from 'zod'
import { usePreference } from '#renderer/app/preferences.ts'
import type { GridColumn, GridRow } from './grid-column.ts'

const features = tableFeatures({ columnVisibilityFeature, columnOrderingFeature, columnSizingFeature, columnResizingFeature, columnPinningFeature })
type Features = typeof features
export type GridTable = ReactTable<Features, GridRow>
export type TableHeader = Header<Features, GridRow, unknown>

const layoutSchema = z.object({
  order: z.array(z.string()),
  visible: z.record(z.string(), z.boolean()),
  widths: z.record(z.string(), z.number().min(40).max(2000)),
})
type Layout = z.infer<typeof layoutSchema>
const untouched: Layout = { order: [], visible: {}, widths: {} }

const noRows: GridRow[] = []

export interface GridLayout {
  readonly table: GridTable
  /** Brings a column to the place of another one. */
  readonly move: (id: string, to: string) => void
  /** Columns, order and widths as they were delivered. */
  readonly reset: () => void
}

/**
 * Which columns are shown, in which order and how wide: TanStack Table's column model, remembered as a preference.
 * Rows do not pass through it; filtering and sorting are the database's.
 */
export function useGridLayout<Row extends GridRow>(name: string, columns: readonly GridColumn<Row>[]): GridLayout {
  const [layout, setLayout] = usePreference<Layout>(`grid.${name}`, layoutSchema, untouched)
  const definitions = useMemo(
    () => columns.map(({ id, title, width }): ColumnDef<Features, GridRow> => ({ id, header: title, size: width, minSize: 56, maxSize: 1200 })),
    [columns],
  )
  const delivered = useMemo(() => columns.map(({ id }) => id), [columns])
  const order = useMemo(() => completeOrder(layout.order, delivered), [layout.order, delivered])
  const visibility = useMemo(() => ({ ...Object.fromEntries(columns.map(({ id, hidden }) => [id, hidden !== true])), ...layout.visible }), [columns, layout.visible])
  const pinning = useMemo(() => ({ start: columns.filter(({ pinned }) => pinned).map(({ id }) => id), end: [] }), [columns])
  const table: GridTable = useTable<Features, GridRow>({
    features,
    columns: definitions,
    data: noRows,
    columnResizeMode: 'onChange',
    state: { columnVisibility: visibility, columnOrder: order, columnSizing: layout.widths, columnPinning: pinning },
    // Each change starts from what is remembered now, not from what was drawn last: they can follow within one frame.
    onColumnVisibilityChange: (change) => setLayout((now) => ({ ...now, visible: updated(change, { ...visibility, ...now.visible }) })),
    onColumnOrderChange: (change) => setLayout((now) => ({ ...now, order: updated(change, completeOrder(now.order, delivered)) })),
    onColumnSizingChange: (change) => setLayout((now) => ({ ...now, widths: rounded(updated(change, now.widths)) })),
  })
  return { table, move: (id, to) => setLayout((now) => ({ ...now, order: moved(completeOrder(now.order, delivered), id, to) })), reset: () => setLayout(untouched) }
}

const updated = <T>(change: Updater<T>, old: T): T => (typeof change === 'function' ? (change as (old: T) => T)(old) : change)

const rounded = (widths: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(widths).map(([id, width]) => [id, Math.min(2000, Math.max(40, Math.round(width)))]))

/** A remembered order brought up to date: columns that are gone leave it, new ones come in at their delivered place. */
export function completeOrder(remembered: readonly string[], delivered: readonly string[]): string[] {
  const order = remembered.filter((id) => delivered.includes(id))
  for (const [index, id] of delivered.entries()) if (!order.includes(id)) order.splice(index, 0, id)
  return order
}

/** Puts `id` where `to` stands; what stands between moves up. */
export function moved(order: readonly string[], id: string, to: string): string[] {
  const target = order.indexOf(to)
  const rest = order.filter((other) => other !== id)
  return target === -1 || !order.includes(id) ? [...order] : rest.toSpliced(target, 0, id)
}
