import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Pages } from '#renderer/adjustments/pages.tsx'
import { useApi } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { useShortcut } from '#renderer/app/use-shortcut.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import styles from '#renderer/publicity/publicity.module.css'
import { BulkBar } from './bulk-bar.tsx'
import { FiguresBar } from './figures-bar.tsx'
import { filterOf, isFiltered } from './filter.ts'
import { RaiseForm } from './raise-form.tsx'
import { RunButton } from './run-button.tsx'
import { SheetFilters } from './sheet-filters.tsx'
import { SheetPanel } from './sheet-panel.tsx'
import { SheetTable } from './sheet-table.tsx'

const pageSize = 100
const route = getRouteApi('/shell/warnings')

/** The warnings, heaviest first, and the one that is open beside them; arrows step through the list. */
export function SheetsPart({ raising, onRaising }: { raising: boolean; onRaising: (raising: boolean) => void }) {
  const { t } = useTranslation('warnings')
  const api = useApi()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const raises = useMay('warning.raise')
  const [offset, setOffset] = useState(0)
  const [chosen, choose] = useState<readonly string[]>([])
  const { data, error } = useQuery(api.warnings.list.queryOptions({ input: { filter: filterOf(search), offset, limit: pageSize }, placeholderData: keepPreviousData }))
  const rows = data?.rows ?? []
  const open = (id: string | undefined) => { onRaising(false); void navigate({ search: { ...search, open: id } }) }
  const step = (by: 1 | -1) => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, rows.findIndex(({ id }) => id === search.open) + by))]
    if (next !== undefined) open(next.id)
  }
  const free = () => search.open !== undefined && (document.activeElement?.closest('input, textarea, [role="combobox"], [role="radiogroup"], [role="dialog"]') ?? null) === null
  useShortcut('ArrowDown', () => step(1), free)
  useShortcut('ArrowUp', () => step(-1), free)
  const anew = () => { setOffset(0); choose([]) }
  return (
    <>
      <FiguresBar />
      <div className={styles.main}>
        <section className={styles.part} data-testid="warning-list" data-ready={data !== undefined} data-total={data?.total}>
          <div className={styles.head}>
            <SheetFilters onChanged={anew} />
            <span>{data === undefined ? null : t('list.total', { count: data.total })}</span>
          </div>
          <BulkBar rows={rows.filter(({ id }) => chosen.includes(id))} onDone={() => choose([])} />
          {error === null ? null : <ErrorSentence failure={failureOf(error)} />}
          {data === undefined ? null : data.total === 0
            ? isFiltered(search) ? <EmptyState title={t('list.no-match.title')} text={t('list.no-match.text')} /> : <EmptyState title={t('list.empty.title')} text={t('list.empty.text')}>{raises ? <RunButton /> : null}</EmptyState>
            : <SheetTable rows={rows} chosen={chosen} onChoose={choose} open={search.open} onOpen={open} />}
          <Pages total={data?.total ?? 0} offset={offset} size={pageSize} onOffset={(next) => { choose([]); setOffset(next) }} />
        </section>
        {raising ? <RaiseForm onClose={() => onRaising(false)} onRaised={open} /> : search.open === undefined ? null : <SheetPanel key={search.open} id={search.open} onClose={() => open(undefined)} onStep={step} />}
      </div>
    </>
  )
}
