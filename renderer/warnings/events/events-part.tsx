import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SupervisionEvent } from '#shared/contract/warnings.ts'
import type { EventState } from '#shared/model/warnings/events.ts'
import { Pages } from '#renderer/adjustments/pages.tsx'
import { useApi } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import publicity from '#renderer/publicity/publicity.module.css'
import { EventBatches } from './event-batches.tsx'
import { EventImport } from './event-import.tsx'
import { EventTable } from './event-table.tsx'
import { LinkDialog } from './link-dialog.tsx'

const pageSize = 100
const views = ['open', 'unlinked', 'warned', 'dismissed', 'all'] as const
type View = (typeof views)[number]
const statesOf: Record<View, EventState[]> = { open: ['open'], unlinked: ['open'], warned: ['warned'], dismissed: ['dismissed'], all: ['open', 'warned', 'dismissed'] }
const route = getRouteApi('/shell/warnings')

/** What an e-supervision platform reported: taken in from files, tied to powers, made warnings or dismissed. */
export function EventsPart() {
  const { t } = useTranslation('warnings')
  const api = useApi()
  const navigate = route.useNavigate()
  const raises = useMay('warning.raise')
  const [view, setView] = useState<View>('open')
  const [offset, setOffset] = useState(0)
  const [linking, link] = useState<SupervisionEvent>()
  const [listing, list] = useState(false)
  const { data: figures } = useQuery(api.warnings.figures.queryOptions())
  const { data, error } = useQuery(api.warnings.events.queryOptions({ input: { states: statesOf[view], unlinked: view === 'unlinked', offset, limit: pageSize }, placeholderData: keepPreviousData }))
  const label = (value: View) => (value === 'unlinked' && (figures?.unlinked ?? 0) > 0 ? t('events.unlinked.count', { count: figures?.unlinked ?? 0 }) : t(`events.view.${value}`))
  return (
    <>
      <section className={publicity.part} data-testid="events" data-ready={data !== undefined} data-total={data?.total}>
        <div className={publicity.head}>
          <Segmented<View> aria-label={t('filter.state')} value={view} onChange={(value) => { setOffset(0); setView(value) }} options={views.map((value) => ({ value, label: label(value) }))} />
          <span>{data === undefined ? null : t('events.total', { count: data.total })}</span>
          <Button type="text" onClick={() => list(!listing)} aria-pressed={listing} data-testid="event-batches">{t('batches')}</Button>
        </div>
        {raises ? <EventImport /> : null}
        {error === null ? null : <ErrorSentence failure={failureOf(error)} />}
        {data === undefined ? null : data.total === 0
          ? <EmptyState title={t(`events.empty.${view === 'open' ? 'open' : 'other'}`)} text={t('events.empty.text')} />
          : <EventTable rows={data.rows} raises={raises} onLink={link} onWarning={(id) => void navigate({ search: { open: id } })} />}
        <Pages total={data?.total ?? 0} offset={offset} size={pageSize} onOffset={setOffset} />
      </section>
      {listing ? <EventBatches onClose={() => list(false)} /> : null}
      {linking === undefined ? null : <LinkDialog event={linking} onClose={() => link(undefined)} />}
    </>
  )
}
