import { memo } from 'react'
import type { CSSProperties, MouseEvent } from 'react'
import type { GridColumn, GridRow } from './grid-column.ts'
import { rowHeight } from './grid-geometry.ts'
import styles from './grid.module.css'

export interface ShownColumn<Row> { readonly column: GridColumn<Row>; readonly width: number; readonly start: number; readonly pinned: boolean }

interface RowProps<Row> {
  readonly row: Row | undefined
  readonly index: number
  readonly columns: readonly ShownColumn<Row>[]
  readonly gridId: string
  readonly selected: boolean
  readonly open: boolean
  /** The column the keyboard is at, where it is in this row. */
  readonly activeColumn: number | undefined
  readonly onCheck: (index: number, event: MouseEvent) => void
}

/** The element id of a cell, which the keyboard's place is announced by. */
export const cellId = (gridId: string, index: number, column: number): string => `${gridId}-${index}-${column}`

function Row<R extends GridRow>({ row, index, columns, gridId, selected, open, activeColumn, onCheck }: RowProps<R>) {
  const style = { transform: `translateY(${index * rowHeight}px)` } satisfies CSSProperties
  return (
    <div role="row" aria-rowindex={index + 2} aria-selected={selected} className={styles.row} style={style} data-row={index} data-id={row?.id} data-selected={selected} data-open={open} data-active={activeColumn !== undefined}>
      <div role="gridcell" className={styles.gutter} onClick={(event) => onCheck(index, event)} aria-colindex={1}>
        <input type="checkbox" checked={selected} readOnly tabIndex={-1} disabled={row === undefined} aria-label={String(row?.number ?? index + 1)} />
        <span>{row?.number}</span>
      </div>
      {columns.map((shown, place) => (
        <div
          key={shown.column.id} id={cellId(gridId, index, place)} role="gridcell" aria-colindex={place + 2} data-column={shown.column.id}
          className={styles.cell} data-pinned={shown.pinned} data-align={shown.column.align} data-active={place === activeColumn} data-editable={shown.column.edit !== undefined}
          style={cellStyle(shown)}
        >
          {row === undefined ? <span className={styles.skeleton} /> : <Content row={row} column={shown.column} />}
        </div>
      ))}
    </div>
  )
}

function Content<R extends GridRow>({ row, column }: { row: R; column: GridColumn<R> }) {
  const text = column.text(row)
  if (column.render !== undefined) return <span className={styles.content}>{column.render(row)}</span>
  return <span className={styles.content} title={text === '' ? undefined : text}>{text}</span>
}

function cellStyle<R>({ width, start, pinned }: ShownColumn<R>): CSSProperties {
  return pinned ? { width, insetInlineStart: start } : { width }
}

/** Drawn again only when its record, its columns or its marks change: scrolling moves hundreds of them. */
export const GridRowView = memo(Row) as typeof Row
