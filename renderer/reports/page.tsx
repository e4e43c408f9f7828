import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/app/connection.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { SummaryNotice } from '#renderer/consistency/summary-notice.tsx'
import { Archives } from './archives.tsx'
import { CheckList } from './check-list.tsx'
import { PrintingHints } from './printing-hints.tsx'
import styles from './reports.module.css'
import { TextFields } from './text-fields.tsx'
import { WriteReport } from './write-report.tsx'
import { YearState } from './year-state.tsx'
import { offeredYears, yearInWork } from './years.ts'

/** The annual report: freeze the year, check, add own words, write the files. */
export function ReportsPage() {
  const { t } = useTranslation(['reports', 'shell'])
  const api = useApi()
  const [today] = useState(() => new Date())
  const [year, setYear] = useState(() => yearInWork(today))
  const archives = useQuery(api.reports.archives.queryOptions())
  const check = useQuery(api.reports.check.queryOptions({ input: { year } }))
  const archive = archives.data?.find((frozen) => frozen.year === year)
  const years = offeredYears(today, archives.data?.map((frozen) => frozen.year) ?? [])
  return (
    <>
      <PageHeader title={t('shell:nav.reports')}>
        <label htmlFor="report-year">{t('year')}</label>
        <Select id="report-year" value={year} options={years.map((value) => ({ value, label: t('year.option', { year: value }) }))} onChange={setYear} popupMatchSelectWidth={false} data-testid="report-year" />
      </PageHeader>
      <div className={styles.page} data-testid="reports" data-ready={archives.data !== undefined && check.data !== undefined}>
        <div className={styles.column}>
          {archives.data === undefined ? null : <YearState year={year} archive={archive} check={check.data} over={year < today.getFullYear()} />}
          <CheckList query={check} />
          <SummaryNotice />
          <TextFields key={year} year={year} />
        </div>
        <div className={styles.column}>
          <WriteReport year={year} blocked={check.data?.discrepancies.some(({ blocking }) => blocking) ?? false} />
          <Archives archives={archives.data} onChoose={setYear} />
          <PrintingHints />
        </div>
      </div>
    </>
  )
}
