import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons'
import { memo, useState } from 'react'
import type { DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ColumnFilterField } from './column-filter.tsx'
import type { GridColumn } from './grid-column.ts'
import type { ShownColumn } from './grid-row.tsx'
import type { GridLayout, TableHeader } from './use-grid-layout.ts'
import styles from './grid.module.css'

export interface Sorting { readonly column: string; readonly direction: 'asc' | 'desc' }

interface HeadProps<Row> {
  readonly columns: readonly ShownColumn<Row>[]
  readonly layout: GridLayout
  readonly sort: Sorting | undefined
  readonly onSort: (sort: Sorting | undefined) => void
  readonly filters: Readonly<Record<string, unknown>>
  readonly onFilter: (param: string, value: unknown) => void
  readonly checked: 'all' | 'some' | 'none'
  readonly onCheckAll: () => void
}

function Head<Row>({ columns, layout, sort, onSort, filters, onFilter, checked, onCheckAll }: HeadProps<Row>) {
  const { t } = useTranslation('grid')
  const [dragged, setDragged] = useState<string>()
  const headers = new Map(layout.table.getFlatHeaders().map((header) => [header.id, header]))
  return (
    <div className={styles.head} role="rowgroup">
      <div role="row" aria-rowindex={1} className={styles.titles}>
        <div role="columnheader" aria-colindex={1} className={styles.gutter}>
          <input type="checkbox" tabIndex={-1} aria-label={t('select.all')} checked={checked === 'all'} ref={(box) => { if (box) box.indeterminate = checked === 'some' }} onChange={onCheckAll} data-testid="select-all" />
          <span>{t('number')}</span>
        </div>
        {columns.map((shown, place) => (
          <Title
            key={shown.column.id} shown={shown} place={place} header={headers.get(shown.column.id)} sort={sort} onSort={onSort}
            onDrag={setDragged} onDrop={() => { if (dragged !== undefined) layout.move(dragged, shown.column.id) }}
          />
        ))}
      </div>
      <div className={styles.filters}>
        <div className={styles.gutter} />
        {columns.map(({ column, width, start, pinned }) => (
          <div key={column.id} className={styles.filter} data-pinned={pinned} style={pinned ? { width, insetInlineStart: start } : { width }} data-filter={column.id}>
            {column.filter === undefined ? null : (
              <ColumnFilterField filter={column.filter} title={column.title} value={filters[column.filter.param]} onChange={(value) => onFilter(column.filter?.param ?? '', value)} />
            )}
          </div>
        ))}
      </div>
    </div>
  )
}

/**
 * Titles (click to sort, drag to move, edge to widen) and, below them, a filter for each column. Scrolling the rows does
 * not draw it again.
 */
export const GridHead = memo(Head) as typeof Head

interface TitleProps<Row> {
  readonly shown: ShownColumn<Row>
  readonly place: number
  readonly header: TableHeader | undefined
  readonly sort: Sorting | undefined
  readonly onSort: (sort: Sorting | undefined) => void
  readonly onDrag: (id: string | undefined) => void
  readonly onDrop: () => void
}

function Title<Row>({ shown: { column, width, start, pinned }, place, header, sort, onSort, onDrag, onDrop }: TitleProps<Row>) {
  const { t } = useTranslation('grid')
  const [over, setOver] = useState(false)
  const sorted = sort !== undefined && sort.column === column.sort ? sort.direction : undefined
  const resize = header?.getResizeHandler()
  const drop = (event: DragEvent) => { event.preventDefault(); setOver(false); onDrop() }
  return (
    <div
      role="columnheader" aria-colindex={place + 2} aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
      className={styles.title} data-pinned={pinned} data-align={column.align} data-over={over} data-title={column.id} style={pinned ? { width, insetInlineStart: start } : { width }}
      draggable={!pinned} onDragStart={() => onDrag(column.id)} onDragEnd={() => onDrag(undefined)}
      onDragOver={(event) => { if (!pinned) { event.preventDefault(); setOver(true) } }} onDragLeave={() => setOver(false)} onDrop={drop}
    >
      {column.sort === undefined ? <span className={styles.caption} title={column.title}>{column.title}</span> : (
        <button type="button" className={styles.caption} title={t(sorted === undefined ? 'sort.by' : 'sort.change', { column: column.title })} onClick={() => onSort(nextSort(column, sorted))}>
          <span>{column.title}</span>
          {sorted === 'asc' ? <CaretUpOutlined /> : sorted === 'desc' ? <CaretDownOutlined /> : null}
        </button>
      )}
      {/* Widths are remembered and can be reset from the column menu; the edge is a pointer's tool. */}
      <span
        className={styles.edge} aria-hidden="true"
        onMouseDown={(event) => { event.preventDefault(); resize?.(event) }} onTouchStart={resize} onDoubleClick={() => header?.column.resetSize()} data-testid={`edge-${column.id}`}
      />
    </div>
  )
}

/** Rising, falling, back to the list's own order. */
function nextSort<Row>({ sort }: GridColumn<Row>, sorted: 'asc' | 'desc' | undefined): Sorting | undefined {
  if (sort === undefined || sorted === 'desc') return undefined
  return { column: sort, direction: sorted === 'asc' ? 'desc' : 'asc' }
}
