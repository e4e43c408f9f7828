import { DownloadOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractClient } from '#shared/contract/index.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { localTime } from '#renderer/app/local-time.ts'
import { downloadFile } from '#renderer/components/download-file.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import { useScale } from '#renderer/components/use-scale.ts'
import { EvidenceLinks } from '../evidence-field.tsx'
import { ReviewFrame } from '../review-frame.tsx'
import { StateBadge } from '../state-badge.tsx'
import { csvOf } from './csv.ts'
import styles from './lists.module.css'

type Lowering = Awaited<ReturnType<ContractClient['review']['lowerings']>>['rows'][number]

const pageSize = 50
const largestPage = 500

/** Every lowering, so that no weak point is talked down unseen. */
export function LoweringsPage() {
  const { t } = useTranslation(['review', 'common'])
  const api = useApi()
  const [period, setPeriod] = useState<{ from?: string; to?: string }>({})
  const [offset, setOffset] = useState(0)
  const { data, error } = useQuery(api.review.lowerings.queryOptions({ input: { ...period, offset, limit: pageSize }, placeholderData: keepPreviousData }))
  const save = useSaving(period)
  const pick = (end: 'from' | 'to', day: dayjs.Dayjs | null) => {
    const { [end]: _old, ...rest } = period
    setPeriod(day === null ? rest : { ...rest, [end]: day.format('YYYY-MM-DD') })
    setOffset(0)
  }
  const total = data?.total ?? 0
  return (
    <ReviewFrame title={t('tab.lowerings')} actions={<Button icon={<DownloadOutlined />} disabled={total === 0} onClick={() => void save()} data-testid="export-lowerings">{t('lowerings.export')}</Button>}>
      <div className={styles.head}>
        <p>{t('lowerings.text')}</p>
        <span role="group" aria-label={t('lowerings.period')}>
          {(['from', 'to'] as const).map((end) => <DatePicker key={end} size="small" placeholder={t(`lowerings.${end}`)} aria-label={t(`lowerings.${end}`)} value={period[end] === undefined ? null : dayjs(period[end])} onChange={(day: dayjs.Dayjs | null) => pick(end, day)} />)}
        </span>
      </div>
      {error === null ? null : <div className={styles.pad}><ErrorSentence failure={failureOf(error)} /></div>}
      {data === undefined ? null : total === 0 ? <EmptyState title={t('lowerings.none')} text={t('lowerings.none.text')} /> : (
        <div className={styles.scroll} data-testid="lowerings" data-total={total}>
          <table className={styles.table}>
            <thead>
              <tr>{(['lowerings.when', 'table.number', 'lowerings.change', 'table.department', 'table.manifestation', 'table.reason', 'lowerings.who', 'table.state'] as const).map((key) => <th key={key} scope="col">{t(key)}</th>)}</tr>
            </thead>
            <tbody>{data.rows.map((row) => <Row key={row.id} row={row} />)}</tbody>
          </table>
        </div>
      )}
      {total > pageSize ? (
        <div className={styles.pages}>
          <span>{t('table.range', { from: offset + 1, to: Math.min(total, offset + pageSize), total })}</span>
          <Button size="small" disabled={offset === 0} onClick={() => setOffset(Math.max(0, offset - pageSize))}>{t('table.previous')}</Button>
          <Button size="small" disabled={offset + pageSize >= total} onClick={() => setOffset(offset + pageSize)}>{t('table.next')}</Button>
        </div>
      ) : null}
    </ReviewFrame>
  )
}

function Row({ row }: { row: Lowering }) {
  const { t } = useTranslation(['review', 'people'])
  return (
    <tr>
      <td className={styles.tight}>{localTime(row.decidedAt)}</td>
      <td className={styles.tight}><Link to="/review" search={{ open: row.riskPointId, view: 'all' }}>{row.number}</Link></td>
      <td className={styles.tight}><GradeTag code={row.before} /> → <GradeTag code={row.grade} /></td>
      <td>{row.departmentName}</td>
      <td>{row.manifestation}<small>{row.powerName}</small></td>
      <td>{row.reason}{row.evidence.length === 0 ? null : <small><EvidenceLinks ids={row.evidence} /></small>}</td>
      <td className={styles.tight}>{row.person}<small>{t(`people:role.${row.role}` as 'people:role.inspector', { defaultValue: row.role })}</small></td>
      <td className={styles.tight}><StateBadge state={row.entryState} /></td>
    </tr>
  )
}

/** Saves the whole list of the period as a text table. */
function useSaving(period: { from?: string; to?: string }): () => Promise<void> {
  const { t } = useTranslation(['review', 'people'])
  const { review } = useClient()
  const scale = useScale()
  const fail = useFailureMessage()
  const word = (code: string | null) => (code === null ? '' : scale.label(code))
  return async () => {
    try {
      const rows: Lowering[] = []
      for (let total = 1; rows.length < total;) {
        const page = await review.lowerings({ ...period, offset: rows.length, limit: largestPage })
        rows.push(...page.rows)
        total = page.rows.length === 0 ? 0 : page.total
      }
      const head = [t('lowerings.when'), t('table.number'), t('table.department'), t('table.power'), t('table.manifestation'), t('re-examine.before'), t('re-examine.after'), t('table.reason'), t('table.evidence'), t('lowerings.who'), t('table.state')]
      const body = rows.map((row) => [localTime(row.decidedAt), String(row.number), row.departmentName ?? '', row.powerName, row.manifestation, word(row.before), word(row.grade), row.reason, String(row.evidence.length), row.person, t(`state.${row.entryState}`)])
      downloadFile(new File([csvOf([head, ...body])], `${t('lowerings.file')}.csv`, { type: 'text/csv' }))
    } catch (error) {
      fail(error)
    }
  }
}
