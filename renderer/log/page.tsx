import { getRouteApi } from '@tanstack/react-router'
import { App, Button, Tag } from 'antd'
import type { MenuProps } from 'antd'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { downloadFile } from '#renderer/components/download-file.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { Grid, useGridLayout, useRowSource } from '#renderer/components/grid/index.ts'
import type { GridHandle, LoadRows } from '#renderer/components/grid/index.ts'
import { ColumnChooser } from '#renderer/components/list/column-chooser.tsx'
import list from '#renderer/components/list/list.module.css'
import { useSelection } from '#renderer/components/list/use-selection.ts'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import { useHistoryWords } from '#renderer/history/use-history-words.ts'
import { EntryPanel } from './entry-panel.tsx'
import { useLogColumns } from './log-columns.tsx'
import type { LogRow } from './log-columns.tsx'
import { LogHead } from './log-head.tsx'
import { logFilterOf } from './search.ts'
import type { LogSearch } from './search.ts'
import { useVerifyLog } from './verify-log.tsx'

const route = getRouteApi('/shell/log')

/** The audit log in plain words, for whoever watches over it. */
export function LogPage() {
  const { t } = useTranslation(['log', 'grid'])
  const { message } = App.useApp()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { open, ...query } = search
  const words = useHistoryWords()
  const columns = useLogColumns(words)
  const layout = useGridLayout('log', columns)
  const source = useLogSource(query)
  const chosen = useSelection(source)
  const verify = useVerifyLog()
  const exporting = useLogExport(search)
  const grid = useRef<GridHandle>(null)
  const [total, setTotal] = useState<number>()
  const onSearch = useCallback((change: Partial<LogSearch>) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true }), [navigate])
  const onOpen = useCallback((row: LogRow) => onSearch({ open: row.id }), [onSearch])
  const filters = Object.entries(query).filter(([, value]) => value !== undefined).map(([param]) => param)
  const menu = (row: LogRow): NonNullable<MenuProps['items']> => [
    { key: 'open', label: t('grid:menu.open'), extra: 'Enter', onClick: () => onOpen(row) },
    { key: 'record', label: t('detail.only'), onClick: () => onSearch({ record: row.entityId }) },
    ...(row.batchId === null ? [] : [{ key: 'batch', label: t('detail.batch'), onClick: () => onSearch({ batch: row.batchId ?? undefined }) }]),
  ]
  return (
    <div className={list.page} data-testid="list-log">
      <LogHead search={search} filtered={filters.length > 0} total={total} onSearch={onSearch} onExport={exporting.exportAs} verify={<><ColumnChooser layout={layout} />{verify.button}</>} />
      {verify.verdict}
      {filters.length === 0 ? null : <Chips search={search} onSearch={onSearch} onClear={() => onSearch(Object.fromEntries(filters.map((param) => [param, undefined])))} />}
      <div className={list.main}>
        <Grid<LogRow>
          name="log" label={t('title')} columns={columns} layout={layout} source={source} handle={grid} onTotal={setTotal} sort={undefined} onSort={ignore}
          filters={query} onFilter={(param, value) => onSearch({ [param]: value })} selection={chosen.selection} onToggle={chosen.toggle} onRange={chosen.range} onSelectAll={chosen.all} onClearSelection={chosen.clear}
          openId={open} onOpen={onOpen} onWithdraw={ignore} onCommit={nothingToSave} onPaste={ignore} onCopied={(rows) => void message.info(t('grid:copy.done', { rows }))} menu={menu}
          empty={filters.length === 0 ? <EmptyState title={t('empty.title')} text={t('empty.text')} /> : <EmptyState title={t('no-match.title')} text={t('no-match.text')} />}
        />
        {open === undefined ? null : <EntryPanel id={open} known={source.known(open)} words={words} onClose={() => { onSearch({ open: undefined }); requestAnimationFrame(() => grid.current?.focus()) }} onStep={(by) => grid.current?.step(by)} onOnly={onSearch} />}
      </div>
      {verify.dialog}
      <LongWorkDialog work={exporting.work} title={t('export.running')} />
    </div>
  )
}

/** Nobody changes the log: what a grid of records could do with its rows leads nowhere here. */
const ignore = (): void => undefined
const nothingToSave = () => Promise.resolve(undefined)

function useLogSource(query: Omit<LogSearch, 'open'>) {
  const { evidence } = useClient()
  const key = JSON.stringify(query)
  const load = useMemo<LoadRows<LogRow>>(() => {
    const filter = logFilterOf(JSON.parse(key) as LogSearch)
    return async (range) => {
      const page = await evidence.log({ ...range, filter })
      return { ...page, rows: page.rows.map((row) => ({ ...row, revision: 0 })) }
    }
  }, [evidence, key])
  return useRowSource<LogRow>({ name: 'log', query, load })
}

function useLogExport(search: LogSearch) {
  const client = useClient()
  const locale = useLocale()
  const work = useLongWork()
  const save = async (format: 'xlsx' | 'csv') => {
    const file = await work.run((signal) => client.evidence.exportLog({ filter: logFilterOf(search), format, locale }, { signal }))
    if (file !== undefined) downloadFile(file)
  }
  return { work, exportAs: (format: 'xlsx' | 'csv') => void save(format) }
}

interface ChipsProps { readonly search: LogSearch; readonly onSearch: (change: Partial<LogSearch>) => void; readonly onClear: () => void }

/** Filters that no column shows, in words. */
function Chips({ search: { text, record, batch }, onSearch, onClear }: ChipsProps) {
  const { t } = useTranslation(['log', 'grid'])
  return (
    <div className={list.chips}>
      {text === undefined ? null : <Tag closable onClose={() => onSearch({ text: undefined })}>{t('chip.text', { text })}</Tag>}
      {record === undefined ? null : <Tag closable onClose={() => onSearch({ record: undefined })}>{t('chip.record')}</Tag>}
      {batch === undefined ? null : <Tag closable onClose={() => onSearch({ batch: undefined })}>{t('chip.batch')}</Tag>}
      <Button type="link" size="small" onClick={onClear} data-testid="clear-filters">{t('grid:filter.clear')}</Button>
    </div>
  )
}
