import { Dropdown } from 'antd'
import type { MenuProps } from 'antd'
import { useEffect, useId, useImperativeHandle, useMemo, useRef, useState } from 'react'
import type { ClipboardEvent, MouseEvent, ReactNode, Ref, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import type { Failure } from '#renderer/app/failure.ts'
import { CellEditors } from './cell-editors.tsx'
import type { CellEdit, GridColumn, GridRow } from './grid-column.ts'
import { gutterWidth, headHeight, rowHeight } from './grid-geometry.ts'
import { GridHead } from './grid-head.tsx'
import type { Sorting } from './grid-head.tsx'
import { cellId, GridRowView } from './grid-row.tsx'
import type { ShownColumn } from './grid-row.tsx'
import type { CellPlace, Editing } from './grid-state.ts'
import type { RowSource } from './row-source.ts'
import type { Selection } from './selection.ts'
import { useEvent } from './use-event.ts'
import { useGridKeys } from './use-grid-keys.ts'
import type { GridLayout } from './use-grid-layout.ts'
import { useRowWindow } from './use-row-window.ts'
import { useVisibleRows } from './use-visible-rows.ts'
import styles from './grid.module.css'

export interface GridHandle { readonly focus: () => void; readonly step: (by: 1 | -1) => void }

export interface GridProps<Row extends GridRow> {
  readonly name: string
  readonly label: string
  readonly columns: readonly GridColumn<Row>[]
  readonly layout: GridLayout
  readonly source: RowSource<Row>
  readonly sort: Sorting | undefined
  readonly onSort: (sort: Sorting | undefined) => void
  readonly filters: Readonly<Record<string, unknown>>
  readonly onFilter: (param: string, value: unknown) => void
  readonly selection: Selection
  readonly onToggle: (row: Row, index: number) => void
  readonly onRange: (index: number, add: boolean, begin?: number) => void
  readonly onSelectAll: (total: number) => void
  readonly onClearSelection: () => void
  readonly openId: string | undefined
  readonly onOpen: (row: Row) => void
  readonly onWithdraw: (rows: readonly Row[]) => void
  /** Saves one cell; answers why not where it was not saved. */
  readonly onCommit: (row: Row, edit: CellEdit<Row>, value: string | null) => Promise<Failure | undefined>
  /** `columns` are those shown from the active one on. */
  readonly onPaste: (text: string, place: CellPlace, columns: readonly GridColumn<Row>[], total: number) => void
  readonly onCopied: (rows: number) => void
  readonly menu: (row: Row, column: GridColumn<Row> | undefined) => NonNullable<MenuProps['items']>
  readonly empty: ReactNode
  readonly onTotal: (total: number | undefined) => void
  readonly handle: Ref<GridHandle>
}

/**
 * A list of the register as a grid: rows fetched as they come into sight, everything reachable by keyboard. The focus
 * rests in one text field at the active cell, so that typing, also through an input method, begins in the cell itself.
 */
export function Grid<Row extends GridRow>(props: GridProps<Row>) {
  const { name, columns, layout, source, selection, openId, onOpen, onTotal } = props
  const { t } = useTranslation('grid')
  const gridId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const keys = useRef<HTMLTextAreaElement>(null)
  const [place, setPlace] = useState<CellPlace>({ row: 0, column: 0 })
  const [editing, setEditing] = useState<Editing>()
  const [menuAt, setMenuAt] = useState<CellPlace>()
  const shown = useShownColumns(columns, layout)
  const [count, setCount] = useState(rowsBeforeTotal)
  const { indexes, bringRow } = useRowWindow(scroller, count)
  const rows = useVisibleRows(source, indexes[0] ?? 0, indexes.at(-1) ?? 40)
  const total = rows.total
  if (total !== undefined && total !== count) setCount(total)
  useEffect(() => { onTotal(total) }, [onTotal, total])
  useTopOfNewList(source, scroller, () => setPlace((old) => ({ row: 0, column: old.column })))
  const active = total === undefined || total === 0 ? undefined : { row: Math.min(place.row, total - 1), column: Math.min(place.column, shown.length - 1) }
  const activeRow = active === undefined ? undefined : rows.at(active.row)
  const activeColumn = active === undefined ? undefined : shown[active.column]

  // The panel follows the keyboard through the list.
  const follow = useRef(false)
  useEffect(() => {
    if (!follow.current || activeRow === undefined) return
    follow.current = false
    if (openId !== undefined && activeRow.id !== openId) onOpen(activeRow)
  }, [activeRow, openId, onOpen])
  const go = (to: CellPlace) => {
    follow.current = true
    setPlace(to)
    bringRow(to.row)
    bringColumn(scroller.current, shown, to.column)
  }
  const focus = () => keys.current?.focus({ preventScroll: true })
  useImperativeHandle(props.handle, () => ({
    focus,
    step: (by) => { if (total !== undefined) go({ row: Math.max(0, Math.min(place.row + by, total - 1)), column: place.column }) },
  }))

  const commands = useGridKeys({ ...props, shown, rows, active, total, go, setEditing, editing, focus, pageRows: () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 400) - headHeight) / rowHeight) - 1) })

  const onBodyMouse = (event: MouseEvent) => {
    const at = placeOf(event, shown)
    if (at === undefined || editing !== undefined) return
    if (event.type === 'mousedown') event.preventDefault()
    focus()
    const row = rows.at(at.row)
    if (event.type === 'contextmenu') { setMenuAt(at); setPlace(at); return }
    if (event.type !== 'mousedown' || event.button !== 0) return
    if (event.shiftKey) props.onRange(at.row, event.ctrlKey || event.metaKey)
    else if (event.ctrlKey || event.metaKey) { if (row !== undefined) props.onToggle(row, at.row) }
    else if (openId !== undefined && row !== undefined && row.id !== openId) onOpen(row)
    setPlace(at)
  }
  const onCheck = (index: number, event: MouseEvent) => {
    event.stopPropagation()
    const row = rows.at(index)
    if (event.shiftKey) props.onRange(index, true)
    else if (row !== undefined) props.onToggle(row, index)
    setPlace((old) => ({ row: index, column: old.column }))
  }
  const check = useEvent(onCheck)
  const checkAll = useEvent(() => (selection.ids.size > 0 ? props.onClearSelection() : props.onSelectAll(total ?? 0)))

  const menuRow = menuAt === undefined ? undefined : rows.at(menuAt.row)
  const menuItems = menuRow === undefined ? [] : [
    ...(shown[menuAt?.column ?? -1]?.column.edit === undefined ? [] : [{ key: 'edit', label: t('menu.edit'), extra: 'F2', onClick: () => commands.edit() }]),
    ...props.menu(menuRow, shown[menuAt?.column ?? -1]?.column),
  ]
  const width = gutterWidth + shown.reduce((sum, column) => sum + column.width, 0)
  const checked = selection.ids.size === 0 ? 'none' : selection.ids.size === total ? 'all' : 'some'
  return (
    <div ref={scroller} id={gridId} className={styles.grid} role="grid" aria-label={props.label} aria-rowcount={(total ?? 0) + 1} aria-colcount={shown.length + 1} aria-multiselectable data-testid={`grid-${name}`} data-ready={rows.ready} data-total={total}>
      <div className={styles.sheet} style={{ width }}>
        <GridHead columns={shown} layout={layout} sort={props.sort} onSort={props.onSort} filters={props.filters} onFilter={props.onFilter} checked={checked} onCheckAll={checkAll} />
        {rows.failure === undefined ? null : <div className={styles.none}><ErrorSentence failure={rows.failure} /></div>}
        {total === 0 ? <div className={styles.none}>{props.empty}</div> : null}
        <Dropdown menu={{ items: menuItems }} trigger={['contextMenu']} destroyOnHidden>
          <div className={styles.body} role="rowgroup" style={{ height: count * rowHeight }} onMouseDown={onBodyMouse} onContextMenu={onBodyMouse} onDoubleClick={(event) => { const at = placeOf(event, shown); const row = at && rows.at(at.row); if (row) onOpen(row) }}>
            {total === 0 ? null : indexes.map((index) => {
              const row = rows.at(index)
              return (
                <GridRowView
                  key={index} row={row} index={index} columns={shown} gridId={gridId} selected={row !== undefined && selection.ids.has(row.id)} open={row !== undefined && row.id === openId}
                  activeColumn={index === active?.row ? active.column : undefined} onCheck={check}
                />
              )
            })}
            <CellEditors
              keys={keys} active={active} row={activeRow} shown={activeColumn} editing={editing} scroller={scroller} label={t('label', { list: props.label })} total={total}
              activeId={active === undefined ? undefined : cellId(gridId, active.row, active.column)} gridId={gridId} commands={commands}
              onCopy={(event) => copy(event, commands)} onPaste={(event) => paste(event, commands)}
            />
          </div>
        </Dropdown>
      </div>
    </div>
  )
}

/** Rows that are sketched while the first answer is on its way. */
const rowsBeforeTotal = 20

/** Another filter or order is another list: it begins at its top. */
function useTopOfNewList<Row>(source: RowSource<Row>, scroller: RefObject<HTMLElement | null>, begin: () => void): void {
  const list = JSON.stringify(source.blockKey(0))
  const last = useRef(list)
  const start = useEvent(begin)
  useEffect(() => {
    if (last.current === list) return
    last.current = list
    scroller.current?.scrollTo({ top: 0 })
    start()
  }, [list, scroller, start])
}

function useShownColumns<Row extends GridRow>(columns: readonly GridColumn<Row>[], { table }: GridLayout): ShownColumn<Row>[] {
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns])
  const pinned = table.getStartLeafColumns().filter((column) => column.getIsVisible())
  const sizes = [...pinned, ...table.getCenterVisibleLeafColumns()].map((column) => `${column.id}:${column.getSize()}:${column.getIsPinned() === 'start'}`).join(' ')
  return useMemo(() => {
    const columnsShown: ShownColumn<Row>[] = []
    for (const size of sizes.split(' ')) {
      const [id = '', width, isPinned] = size.split(':')
      const column = byId.get(id)
      const last = columnsShown.at(-1)
      if (column !== undefined) columnsShown.push({ column, width: Number(width), start: last === undefined ? gutterWidth : last.start + last.width, pinned: isPinned === 'true' })
    }
    return columnsShown
  }, [sizes, byId])
}

function placeOf<Row>(event: MouseEvent, shown: readonly ShownColumn<Row>[]): CellPlace | undefined {
  if (!(event.target instanceof Element)) return undefined
  const cell = event.target.closest('[data-column]')
  const row = event.target.closest('[data-row]')
  const column = shown.findIndex(({ column: { id } }) => id === cell?.getAttribute('data-column'))
  return row === null || column === -1 ? undefined : { row: Number(row.getAttribute('data-row')), column }
}

/** Moves the grid sideways until a column stands clear of the pinned ones. */
function bringColumn<Row>(scroller: HTMLElement | null, shown: readonly ShownColumn<Row>[], index: number): void {
  const column = shown[index]
  if (scroller === null || column === undefined || column.pinned) return
  const pinned = shown.filter((each) => each.pinned).reduce((sum, { width }) => sum + width, gutterWidth)
  if (column.start - pinned < scroller.scrollLeft) scroller.scrollLeft = column.start - pinned
  else if (column.start + column.width > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = column.start + column.width - scroller.clientWidth
}

function copy(event: ClipboardEvent, commands: { readonly copyText: () => string | undefined }): void {
  const text = commands.copyText()
  if (text === undefined) return
  event.preventDefault()
  event.clipboardData.setData('text/plain', text)
}

function paste(event: ClipboardEvent, commands: { readonly paste: (text: string) => boolean }): void {
  if (commands.paste(event.clipboardData.getData('text/plain'))) event.preventDefault()
}
