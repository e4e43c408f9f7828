import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IndicatorRow, Sheet, SheetItem } from '#shared/contract/assessment.ts'
import { Pages } from '#renderer/adjustments/pages.tsx'
import { useApi } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import styles from '#renderer/publicity/publicity.module.css'
import own from './sheet.module.css'

const pageSize = 20

/** The records a figure was counted from, those that do not count first, page by page. */
export function FigureRows({ sheet, computed }: { sheet: Sheet; computed: NonNullable<SheetItem['computed']> }) {
  const { t } = useTranslation('assessment')
  const api = useApi()
  const [fit, setFit] = useState(computed.counts === computed.all)
  const [offset, setOffset] = useState(0)
  const { data, error } = useQuery(api.assessment.indicatorRows.queryOptions({ input: { id: sheet.department.id, indicator: computed.indicator, counts: fit, offset, limit: pageSize }, placeholderData: keepPreviousData }))
  return (
    <section data-testid="figure-rows" data-ready={data !== undefined} data-total={data?.total}>
      <Segmented size="small" value={fit} onChange={(value) => { setFit(value); setOffset(0) }} options={[{ value: false, label: t('rows.unfit', { count: computed.all - computed.counts }) }, { value: true, label: t('rows.fit', { count: computed.counts }) }]} />
      {error === null ? null : <ErrorSentence failure={failureOf(error)} />}
      {sheet.campaign.basis === 'provisional' ? <p className={styles.quiet}>{t('rows.today')}</p> : null}
      {data?.total === 0 ? <p className={styles.quiet}>{t(fit ? 'rows.none.fit' : 'rows.none.unfit')}</p> : null}
      {data === undefined || data.total === 0 ? null : <ul className={own.rows}>{data.rows.map((row, at) => <li key={offset + at} data-testid="figure-row"><Record row={row} />{row.about === '' ? null : <small>{row.about}</small>}</li>)}</ul>}
      <Pages total={data?.total ?? 0} offset={offset} size={pageSize} onOffset={setOffset} />
    </section>
  )
}

/** A record and the way to it, where it has a page of its own. */
function Record({ row: { id, number, entity, label } }: { row: IndicatorRow }) {
  const { t } = useTranslation('assessment')
  const text = `${number} · ${label}`
  if (entity === 'power') return <Link to="/powers/$id" params={{ id }} title={t('rows.open')}>{text}</Link>
  if (entity === 'risk-point') return <Link to="/risks" search={{ open: id }} title={t('rows.open')}>{text}</Link>
  if (entity === 'control-measure') return <Link to="/measures" search={{ open: id }} title={t('rows.open')}>{text}</Link>
  if (entity === 'warning') return <Link to="/warnings" search={{ view: 'all', open: id }} title={t('rows.open')}>{text}</Link>
  if (entity === 'rectification') return <Link to="/rectification" search={{ view: 'all', open: id }} title={t('rows.open')}>{text}</Link>
  return <>{text}</>
}
