import { FileExcelOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportExport, ReportKindInfo } from '#shared/contract/reports.ts'
import { reportEditions } from '#shared/model/report-editions.ts'
import type { ReportEdition } from '#shared/model/report-editions.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { useLocale } from '#renderer/app/language.ts'
import { localTime } from '#renderer/app/local-time.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { Pages } from '#renderer/adjustments/pages.tsx'
import { ChartPanel } from '#renderer/components/charts/chart-panel.tsx'
import { downloadFile } from '#renderer/components/download-file.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import listed from '#renderer/publicity/publicity.module.css'
import { fileSize } from './file-size.ts'
import { kindName } from './kind-list.tsx'
import styles from './reports.module.css'

const pageSize = 20
const columns = ['exportedAt', 'reportNumber', 'kind', 'edition', 'purpose', 'exportedBy', 'fileName'] as const

/** Every file that left: which, for whom, what for, by whom; to be searched and saved as a workbook. */
export function ExportsPart({ kinds }: { kinds: readonly ReportKindInfo[] }) {
  const { t } = useTranslation(['reports', 'reportKinds'])
  const api = useApi()
  const client = useClient()
  const locale = useLocale()
  const work = useLongWork()
  const mayExport = useMay('report.export')
  const [offset, setOffset] = useState(0)
  const [chosen, setChosen] = useState<string[]>([])
  const [editions, setEditions] = useState<ReportEdition[]>([])
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const filter = { ...(chosen.length === 0 ? {} : { kinds: chosen }), ...(editions.length === 0 ? {} : { editions }), ...(text === '' ? {} : { text }) }
  const filtered = Object.keys(filter).length > 0
  const { data, error } = useQuery(api.reports.exports.queryOptions({ input: { ...filter, offset, limit: pageSize }, placeholderData: keepPreviousData }))
  const save = async () => {
    const file = await work.run((signal) => client.reports.exportLog({ ...filter, locale }, { signal }))
    if (file !== undefined) downloadFile(file)
  }
  return (
    <ChartPanel
      title={t('reportKinds:exports.title')} note={data === undefined ? undefined : t('exports.total', { count: data.total })} testId="exports"
      actions={mayExport ? <Button size="small" icon={<FileExcelOutlined />} disabled={(data?.total ?? 0) === 0} onClick={() => void save()} data-testid="exports-save">{t('exports.save')}</Button> : undefined}
    >
      <div className={styles.filters}>
        <Select mode="multiple" maxTagCount="responsive" allowClear placeholder={t('reportKinds:exports.kind')} aria-label={t('reportKinds:exports.kind')} value={chosen} options={kinds.map(({ code }) => ({ value: code, label: kindName(t, code) }))} optionFilterProp="label" onChange={(next) => { setChosen(next); setOffset(0) }} />
        <Select mode="multiple" maxTagCount="responsive" allowClear placeholder={t('reportKinds:exports.edition')} aria-label={t('reportKinds:exports.edition')} value={editions} options={reportEditions.map((value) => ({ value, label: t(`reportKinds:edition.${value}`) }))} onChange={(next) => { setEditions(next); setOffset(0) }} />
        <Input allowClear value={typed} maxLength={200} placeholder={t('exports.search')} aria-label={t('exports.search')} onChange={(event) => { setTyped(event.target.value); setOffset(0) }} data-testid="exports-search" />
      </div>
      {error === null ? null : <ErrorSentence failure={failureOf(error)} />}
      {data?.total === 0 ? <p className={styles.text}>{t(filtered ? 'exports.no-match' : 'exports.none')}</p> : null}
      {data === undefined || data.total === 0 ? null : (
        <div className={listed.sheet}>
          <table className={listed.table} aria-label={t('reportKinds:exports.title')} data-testid="export-rows">
            <thead><tr>{columns.map((column) => <th key={column} scope="col">{t(`reportKinds:exports.${column}`)}</th>)}</tr></thead>
            <tbody>{data.rows.map((row) => <Row key={row.id} row={row} />)}</tbody>
          </table>
        </div>
      )}
      <Pages total={data?.total ?? 0} offset={offset} size={pageSize} onOffset={setOffset} />
      <LongWorkDialog work={work} title={t('exports.saving')} />
    </ChartPanel>
  )
}

function Row({ row }: { row: ReportExport }) {
  const { t } = useTranslation(['reports', 'reportKinds'])
  const locale = useLocale()
  return (
    <tr data-testid="export-row">
      <td className={listed.tight}>{localTime(row.exportedAt)}</td>
      <td className={listed.tight}>{row.reportNumber}</td>
      <td>{kindName(t, row.kind)}<small>{row.subject === '' ? t('year.option', { year: row.year }) : row.subject}</small></td>
      <td className={listed.tight}>{t(`reportKinds:edition.${row.edition}`)}</td>
      <td>{row.purpose}</td>
      <td className={listed.tight}>{row.exportedBy}</td>
      <td>{row.fileName}<small title={t('exports.hash', { hash: row.sha256 })}>{t('exports.file', { size: fileSize(row.bytes, locale), hash: row.sha256.slice(0, 16) })}</small></td>
    </tr>
  )
}
