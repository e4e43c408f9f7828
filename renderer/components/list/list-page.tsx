import { DownloadOutlined, EditOutlined, PlusOutlined, PrinterOutlined, SearchOutlined } from '@ant-design/icons'
import { App, Button, Dropdown, Input, Tag } from 'antd'
import type { InputRef, MenuProps } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ComponentType, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '#renderer/app/failure.ts'
import type { Failure } from '#renderer/app/failure.ts'
import { localToday } from '#renderer/app/local-time.ts'
import { Editing, useReadOnly } from '#renderer/app/year/looking.tsx'
import { useShortcut } from '#renderer/app/use-shortcut.ts'
import type { FormField } from '#renderer/components/form/form-field.ts'
import { Grid, useGridLayout, useRowSource } from '#renderer/components/grid/index.ts'
import type { CellEdit, CellPlace, GridColumn, GridHandle, GridRow, RowSource, Sorting } from '#renderer/components/grid/index.ts'
import { useEvent } from '#renderer/components/grid/use-event.ts'
import { planPaste } from '#renderer/components/grid/paste-plan.ts'
import type { PastePlan } from '#renderer/components/grid/paste-plan.ts'
import { fromTsv } from '#renderer/components/grid/tsv.ts'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import { BulkEditDialog } from './bulk-edit-dialog.tsx'
import { ColumnChooser } from './column-chooser.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { printLimit, printList } from './print-list.ts'
import type { Patch, Register } from './register.ts'
import { useChanges } from './use-changes.ts'
import type { Changes, Conflict, UndoOutcome } from './use-changes.ts'
import { useExport } from './use-export.tsx'
import type { ListExport } from './use-export.tsx'
import { useSelection } from './use-selection.ts'
import styles from './list.module.css'

export interface PanelProps<Row extends GridRow> {
  /** undefined for a new record. */
  readonly id: string | undefined
  readonly changes: Changes<Row>
  readonly source: RowSource<Row>
  readonly onClose: () => void
  readonly onStep: (by: 1 | -1) => void
  readonly onOpen: (id: string) => void
}

export interface ListPageProps<Row extends GridRow> {
  readonly register: Register<Row>
  readonly title: string
  readonly columns: readonly GridColumn<Row>[]
  /** Everything the address says; its filters go by the parameter names of the columns. */
  readonly search: Readonly<Record<string, unknown>> & { readonly open?: string | undefined; readonly text?: string | undefined }
  readonly sort: Sorting | undefined
  /** Changes the address; undefined takes a parameter away. */
  readonly onSearch: (change: Record<string, unknown>) => void
  /** Filters that no column shows, in words. */
  readonly chips: readonly { readonly param: string; readonly label: string }[]
  readonly bulkFields: readonly FormField[]
  readonly exportOf: ListExport
  readonly newLabel: string
  /** Shown where the register holds nothing of this kind at all. */
  readonly empty: ReactNode
  /** Shown where the filters leave nothing. */
  readonly noMatch: ReactNode
  readonly rowMenu?: (rows: readonly Row[], done: () => void) => NonNullable<MenuProps['items']>
  /** What can be done with the list as a whole. */
  readonly listActions?: ReactNode
  readonly renderSelectionActions?: (rows: () => Row[], done: () => void) => ReactNode
  readonly panel: ComponentType<PanelProps<Row>>
  /** Ways to the other screens of the same register. */
  readonly views?: ReactNode
  /** What tells where the rows lie, at the left of the grid while no record is open. */
  readonly aside?: ReactNode
}

/** A register as a screen: what can be done on top, the grid, the open record beside it. */
export function ListPage<Row extends GridRow>(props: ListPageProps<Row>) {
  const { register, title, search, sort, onSearch, panel: Panel } = props
  const readOnly = useReadOnly()
  const columns = useMemo<readonly GridColumn<Row>[]>(() => (readOnly ? props.columns.map(({ edit: _edit, ...column }) => column) : props.columns), [readOnly, props.columns])
  const { t } = useTranslation(['common', 'grid'])
  const { message, modal } = App.useApp()
  const fail = useFailureMessage()
  const { open, ...query } = search
  const source = useRowSource<Row>({ name: register.name, query, load: register.load })
  const changes = useChanges(register, source)
  const chosen = useSelection(source)
  const layout = useGridLayout(register.name, columns)
  const grid = useRef<GridHandle>(null)
  const searchField = useRef<InputRef>(null)
  const [total, setTotal] = useState<number>()
  const [creating, setCreating] = useState(false)
  const [bulk, setBulk] = useState(false)
  const [conflict, setConflict] = useState<Conflict<Row>>()
  const [paste, setPaste] = useState<{ plan: PastePlan<Row>; failure?: Failure; busy?: boolean }>()
  const exporting = useExport(props.exportOf)
  const filtered = Object.entries(query).some(([param, value]) => param !== 'sort' && value !== undefined)

  const openRecord = useCallback((id: string | undefined) => { setCreating(false); onSearch({ open: id }) }, [onSearch])
  const onOpen = useCallback((row: Row) => openRecord(row.id), [openRecord])
  const onCommit = async (row: Row, edit: CellEdit<Row>, value: string | null): Promise<Failure | undefined> => {
    const outcome = await changes.saveCell(row, edit, value)
    if (outcome.kind === 'conflict') setConflict(outcome.conflict)
    return outcome.kind === 'failed' ? outcome.failure : undefined
  }
  const withdraw = (rows: readonly Row[]) => {
    if (rows.length === 0 || readOnly) return
    const count = rows.length
    modal.confirm({
      title: t('grid:withdraw.title', { count }), content: t('grid:withdraw.text'), okText: t('grid:withdraw.do', { count }), okButtonProps: { danger: true, 'data-testid': 'withdraw-do' }, cancelText: t('cancel'),
      afterClose: () => grid.current?.focus(),
      onOk: async () => {
        try {
          await changes.withdraw(rows.map(({ id }) => id))
          chosen.clear()
          if (rows.some(({ id }) => id === open)) openRecord(undefined)
          void message.info(t('grid:withdraw.done', { count }))
        } catch (error) {
          fail(error)
        }
      },
    })
  }
  const onPaste = async (text: string, place: CellPlace, across: readonly GridColumn<Row>[], rowTotal: number) => {
    const cells = fromTsv(text)
    if (cells.length === 0 || readOnly) return
    try {
      const rows = await source.between(place.row, Math.min(rowTotal, place.row + cells.length) - 1)
      setPaste({ plan: planPaste(cells, rows, across) })
    } catch (error) {
      fail(error)
    }
  }
  const applyPaste = async (plan: PastePlan<Row>) => {
    setPaste({ plan, busy: true })
    try {
      await changes.saveAll(byRow(plan))
      setPaste(undefined)
      grid.current?.focus()
    } catch (error) {
      setPaste({ plan, failure: failureOf(error) })
    }
  }
  const applyBulk = async (patch: Patch) => {
    const rows = chosen.rows()
    await changes.saveAll(rows.map((row) => ({ row, patch })))
    void message.success(t('grid:bulk.done', { count: rows.length }))
  }
  const undoOr = (step: () => Promise<UndoOutcome>, done: string, nothing: string) => async () => {
    try {
      const outcome = await step()
      if (outcome === 'overtaken') void message.warning(t('grid:undo.overtaken'))
      else void message.info(outcome === 'done' ? done : nothing)
    } catch (error) {
      fail(error)
    }
  }
  const print = async () => {
    if ((total ?? 0) > printLimit) { void message.info(t('grid:print.limit', { limit: printLimit })); return }
    try {
      const rows = total === undefined || total === 0 ? [] : await source.between(0, total - 1)
      const shown = layout.table.getVisibleLeafColumns().flatMap(({ id }) => columns.find((column) => column.id === id) ?? [])
      printList({ head: t('grid:print.head', { list: title, total: rows.length, date: localToday() }), numberTitle: t('grid:number'), columns: shown, rows })
    } catch (error) {
      fail(error)
    }
  }
  useUndoKeys(undoOr(changes.undo, t('grid:undo.done'), t('grid:undo.empty')), undoOr(changes.redo, t('grid:redo.done'), t('grid:redo.empty')))
  useShortcut('Ctrl+F', () => searchField.current?.focus({ cursor: 'all' }))
  useShortcut('Ctrl+P', () => void print())

  const rowMenu = (row: Row, column: GridColumn<Row> | undefined): NonNullable<MenuProps['items']> => {
    const rows = chosen.selection.ids.has(row.id) ? chosen.rows() : [row]
    const filter = column?.filter?.kind === 'choices' ? column.filter : undefined
    const value = filter?.choices.find(({ label }) => label === column?.text(row))
    return [
      { key: 'open', label: t('grid:menu.open'), extra: 'Enter', onClick: () => onOpen(row) },
      ...(filter === undefined || value === undefined ? [] : [{ key: 'filter', label: t('grid:menu.filter', { text: value.label }), onClick: () => onSearch({ [filter.param]: [value.value] }) }]),
      ...(readOnly ? [] : changing(rows)),
    ]
  }
  const changing = (rows: readonly Row[]): NonNullable<MenuProps['items']> => [
    ...(props.rowMenu?.(rows, chosen.clear) ?? []),
    ...(rows.length > 1 ? [{ key: 'bulk', label: t('grid:menu.bulk', { count: rows.length }), onClick: () => setBulk(true) }] : []),
    { type: 'divider' as const },
    { key: 'withdraw', label: rows.length > 1 ? t('grid:withdraw.do', { count: rows.length }) : t('grid:menu.withdraw'), extra: 'Delete', danger: true, onClick: () => withdraw(rows) },
  ]
  const count = chosen.selection.ids.size
  const close = () => { setCreating(false); openRecord(undefined); requestAnimationFrame(() => grid.current?.focus()) }
  const clearFilters = () => onSearch(Object.fromEntries(Object.keys(query).filter((param) => param !== 'sort').map((param) => [param, undefined])))
  return (
    <div className={styles.page} data-testid={`list-${register.name}`}>
      <PageHeader title={title} note={<>{props.views}{count > 0 ? (
        <span className={styles.selected} data-testid="selected">
          {t('grid:select.count', { count })}
          <Button type="link" size="small" onClick={chosen.clear}>{t('grid:select.clear')}</Button>
        </span>
      ) : total === undefined ? null : <span data-testid="total">{filtered ? t('grid:total.filtered', { total }) : t('grid:total', { total })}</span>}</>}>
        {count > 0 && !readOnly ? props.renderSelectionActions?.(chosen.rows, chosen.clear) : null}
        {count > 0 && !readOnly ? <Button icon={<EditOutlined />} onClick={() => setBulk(true)} data-testid="bulk">{t('grid:bulk')}</Button> : null}
        <SearchField ref={searchField} value={search.text ?? ''} onChange={(text) => onSearch({ text: text === '' ? undefined : text })} />
        {count > 0 ? null : props.listActions}
        <ColumnChooser layout={layout} />
        <Dropdown menu={{ items: [{ key: 'xlsx', label: t('grid:export.xlsx'), onClick: () => exporting.exportAs('xlsx') }, { key: 'csv', label: t('grid:export.csv'), onClick: () => exporting.exportAs('csv') }] }} trigger={['click']}>
          <Button icon={<DownloadOutlined />} data-testid="export">{t('grid:export')}</Button>
        </Dropdown>
        <Button icon={<PrinterOutlined />} title={`${t('grid:print')} (Ctrl+P)`} aria-label={t('grid:print')} onClick={() => void print()} data-testid="print" />
        <Editing><Button type="primary" icon={<PlusOutlined />} onClick={() => { openRecord(undefined); setCreating(true) }} data-testid="new">{props.newLabel}</Button></Editing>
      </PageHeader>
      {filtered ? (
        <div className={styles.chips}>
          {props.chips.map(({ param, label }) => <Tag key={param} closable onClose={() => onSearch({ [param]: undefined })}>{label}</Tag>)}
          <Button type="link" size="small" onClick={clearFilters} data-testid="clear-filters">{t('grid:filter.clear')}</Button>
        </div>
      ) : null}
      <div className={styles.main}>
        {creating || open !== undefined ? null : props.aside}
        <Grid<Row>
          name={register.name} label={title} columns={columns} layout={layout} source={source} handle={grid} onTotal={setTotal}
          sort={sort} onSort={(next) => onSearch({ sort: next === undefined ? undefined : `${next.column}.${next.direction}` })}
          filters={query} onFilter={(param, value) => onSearch({ [param]: value })}
          selection={chosen.selection} onToggle={chosen.toggle} onRange={chosen.range} onSelectAll={chosen.all} onClearSelection={chosen.clear}
          openId={creating ? undefined : open} onOpen={onOpen} onWithdraw={withdraw} onCommit={onCommit} onPaste={(...given) => void onPaste(...given)} onCopied={(rows) => void message.info(t('grid:copy.done', { rows }))}
          menu={rowMenu} empty={filtered ? props.noMatch : props.empty}
        />
        {creating || open !== undefined ? <Panel id={creating ? undefined : open} changes={changes} source={source} onClose={close} onStep={(by) => grid.current?.step(by)} onOpen={openRecord} /> : null}
      </div>
      {bulk ? <BulkEditDialog count={count} fields={props.bulkFields} onApply={applyBulk} onClose={() => { setBulk(false); grid.current?.focus() }} /> : null}
      {paste === undefined ? null : <PasteDialog plan={paste.plan} failure={paste.failure} busy={paste.busy === true} onApply={() => void applyPaste(paste.plan)} onClose={() => { setPaste(undefined); grid.current?.focus() }} />}
      {conflict === undefined ? null : (
        <ConflictDialog
          conflict={conflict} title={columns.find((column) => column.edit?.field === conflict.edit.field)?.title ?? ''}
          show={(value) => conflict.edit.choices?.(conflict.row).find((choice) => choice.value === value)?.label ?? value ?? t('none')}
          onTake={() => setConflict(undefined)}
          onKeep={(value) => { setConflict(undefined); void onCommit(conflict.row, conflict.edit, value).then((failure) => { if (failure !== undefined) setConflict(conflict); return failure }) }}
        />
      )}
      <LongWorkDialog work={exporting.work} title={t('grid:export.running')} />
    </div>
  )
}

function byRow<Row extends GridRow>({ changes }: PastePlan<Row>): { row: Row; patch: Patch }[] {
  const patches = new Map<string, { row: Row; patch: Patch }>()
  for (const { row, edit, value } of changes) patches.set(row.id, { row, patch: { ...patches.get(row.id)?.patch, [edit.field]: value } })
  return [...patches.values()]
}

/** In a field with text the browser's own undo is meant; the grid's key field holds none. */
function isTyping(): boolean {
  const field = document.activeElement
  return (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && field.value !== ''
}

const outsideText = (): boolean => !isTyping()

function useUndoKeys(undo: () => Promise<void>, redo: () => Promise<void>): void {
  useShortcut('Ctrl+Z', () => void undo(), outsideText)
  useShortcut('Ctrl+Y', () => void redo(), outsideText)
  useShortcut('Ctrl+Shift+Z', () => void redo(), outsideText)
}

function SearchField({ ref, value, onChange }: { ref: React.Ref<InputRef>; value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation('grid')
  const [text, setText] = useState(value)
  const [sent, setSent] = useState(value)
  if (value !== sent) { setSent(value); setText(value) }
  const send = useEvent((typed: string) => { setSent(typed); onChange(typed) })
  useEffect(() => {
    if (text === sent) return undefined
    const timer = setTimeout(() => send(text), 250)
    return () => clearTimeout(timer)
  }, [text, sent, send])
  return <Input ref={ref} className={styles.search} prefix={<SearchOutlined />} allowClear value={text} placeholder={t('search')} aria-label={t('search')} title={`${t('search')} (Ctrl+F)`} maxLength={200} onChange={(event) => setText(event.target.value)} data-testid="list-search" />
}
