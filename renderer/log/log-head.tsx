import { DownloadOutlined, SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, DatePicker, Dropdown, Input } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/app/connection.tsx'
import { useMayAny } from '#renderer/app/session/use-me.ts'
import { localTime } from '#renderer/app/local-time.ts'
import { useEvent } from '#renderer/components/grid/use-event.ts'
import { PageHeader } from '#renderer/components/page-header.tsx'
import list from '#renderer/components/list/list.module.css'
import styles from './log.module.css'
import type { LogSearch } from './search.ts'

interface Props {
  readonly search: LogSearch
  readonly filtered: boolean
  readonly total: number | undefined
  readonly onSearch: (change: Partial<LogSearch>) => void
  readonly onExport: (format: 'xlsx' | 'csv') => void
  readonly verify: ReactNode
}

/** What is shown of how much, the period, and what can be done with the log. */
export function LogHead({ search, filtered, total, onSearch, onExport, verify }: Props) {
  const { t } = useTranslation(['log', 'grid'])
  const mayAny = useMayAny()
  const formats = [{ key: 'xlsx', label: t('grid:export.xlsx'), onClick: () => onExport('xlsx') }, { key: 'csv', label: t('grid:export.csv'), onClick: () => onExport('csv') }]
  return (
    <PageHeader title={t('title')} note={<span className={styles.note}>{total === undefined ? null : <span data-testid="total">{t(filtered ? 'total.filtered' : 'total', { total })}</span>}<LastHead /></span>}>
      <Period search={search} onSearch={onSearch} />
      <TextSearch value={search.text ?? ''} onChange={(text) => onSearch({ text: text === '' ? undefined : text })} />
      {mayAny('log.export') ? <Dropdown menu={{ items: formats }} trigger={['click']}><Button icon={<DownloadOutlined />} data-testid="export">{t('grid:export')}</Button></Dropdown> : null}
      {mayAny('trail.verify') ? verify : null}
    </PageHeader>
  )
}

/** Up to where the log cannot be cut or rewritten unseen. */
function LastHead() {
  const { t } = useTranslation('log')
  const api = useApi()
  const { data } = useQuery(api.evidence.heads.queryOptions({ staleTime: 0 }))
  if (data === undefined) return null
  const [last] = data
  return <span data-testid="last-head">{last === undefined ? t('head.none') : t('head', { number: last.number, time: localTime(last.at) })}</span>
}

const dateOf = (date: string | undefined): dayjs.Dayjs | null => (date === undefined ? null : dayjs(date))

function Period({ search: { from, until }, onSearch }: Pick<Props, 'search' | 'onSearch'>) {
  const { t } = useTranslation('log')
  return (
    <DatePicker.RangePicker
      allowEmpty={[true, true]} value={[dateOf(from), dateOf(until)]} placeholder={[t('filter.from'), t('filter.until')]} aria-label={t('filter.period')} style={{ width: 220 }}
      onChange={(dates) => onSearch({ from: dates?.[0]?.format('YYYY-MM-DD'), until: dates?.[1]?.format('YYYY-MM-DD') })}
    />
  )
}

/** How long typing must pause before the log is asked, ms. */
const typingPause = 300

function TextSearch({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation('log')
  const [text, setText] = useState(value)
  const [sent, setSent] = useState(value)
  if (value !== sent) { setSent(value); setText(value) }
  const send = useEvent((typed: string) => { setSent(typed); onChange(typed) })
  useEffect(() => {
    if (text === sent) return undefined
    const timer = setTimeout(() => send(text), typingPause)
    return () => clearTimeout(timer)
  }, [text, sent, send])
  return <Input className={list.search} prefix={<SearchOutlined />} allowClear value={text} placeholder={t('filter.text')} aria-label={t('filter.text')} maxLength={200} onChange={(event) => setText(event.target.value)} data-testid="list-search" />
}
