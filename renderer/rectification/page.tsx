import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Pages } from '#renderer/adjustments/pages.tsx'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import styles from '#renderer/publicity/publicity.module.css'
import { EntryForm } from './entry-form.tsx'
import { EntryPanel } from './entry-panel.tsx'
import { LedgerExport } from './ledger-export.tsx'
import { LedgerFilters } from './ledger-filters.tsx'
import { LedgerTable } from './ledger-table.tsx'
import { ledgerFilterOf } from './search.ts'
import type { RectificationSearch } from './search.ts'
import { TermBar } from './term-bar.tsx'
import { usePrintLedger } from './use-print-ledger.ts'

const route = getRouteApi('/shell/rectification')
const pageSize = 100

/** The ledger of rectification: problems with their owners, terms, evidence and closing. */
export function RectificationPage() {
  const { t } = useTranslation('rectification')
  const api = useApi()
  const client = useClient()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [offset, setOffset] = useState(0)
  const [chosen, choose] = useState<readonly string[]>([])
  const [adding, setAdding] = useState(false)
  const [mayAdd, mayExport] = [useMay('rectification.edit'), useMay('report.export')]
  const filter = ledgerFilterOf(search)
  const { data, error } = useQuery(api.rectification.list.queryOptions({ input: { filter, offset, limit: pageSize }, placeholderData: keepPreviousData }))
  const onSearch = useCallback((change: Partial<RectificationSearch>) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true }), [navigate])
  const anew = (change: Partial<RectificationSearch>) => { setOffset(0); choose([]); onSearch(change) }
  const open = (id: string | undefined) => { setAdding(false); onSearch({ open: id }) }
  const print = usePrintLedger(filter)
  const at = data?.rows.findIndex(({ id }) => id === search.open) ?? -1
  const step = (by: 1 | -1) => {
    const next = data?.rows[at + by]
    if (next !== undefined) open(next.id)
  }
  const empty = data !== undefined && data.total === 0
  const bare = Object.values(data?.counts ?? {}).every((count) => count === 0) && search.department === undefined && search.source === undefined
  return (
    <div className={styles.page} data-testid="rectification">
      <PageHeader title={t('title')}>
        {mayExport ? <LedgerExport start={(order, signal) => client.rectification.export({ filter, ...order }, { signal })} /> : null}
        <Button loading={print.busy} disabled={empty} onClick={() => print.start(data?.total ?? 0)}>{t('print')}</Button>
        {mayAdd ? <Button type="primary" disabled={adding} onClick={() => { onSearch({ open: undefined }); setAdding(true) }} data-testid="new-problem">{t('new')}</Button> : null}
      </PageHeader>
      <div className={styles.main}>
        <section className={styles.part} data-testid="ledger" data-ready={data !== undefined} data-total={data?.total}>
          <LedgerFilters search={search} counts={data?.counts} overdue={data?.overdue ?? 0} total={data?.total} onSearch={anew} />
          <TermBar chosen={chosen} onChanged={() => choose([])} />
          {error === null ? null : <ErrorSentence failure={failureOf(error)} />}
          {data === undefined ? null : empty ? <EmptyState title={bare ? t('empty.title') : t('no-match')} text={bare ? t('empty.text') : undefined}>{bare && mayAdd ? <Button disabled={adding} onClick={() => setAdding(true)}>{t('new')}</Button> : undefined}</EmptyState> : <LedgerTable rows={data.rows} openId={search.open} beside={adding} onOpen={open} chosen={chosen} onChoose={choose} />}
          <Pages total={data?.total ?? 0} offset={offset} size={pageSize} onOffset={(next) => { choose([]); setOffset(next) }} />
        </section>
        {adding ? <EntryForm onClose={() => setAdding(false)} onOpened={open} /> : null}
        {search.open === undefined || adding ? null : <EntryPanel key={search.open} id={search.open} onClose={() => open(undefined)} onStep={at < 0 ? undefined : step} />}
      </div>
    </div>
  )
}
