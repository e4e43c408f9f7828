import { useQuery } from '@tanstack/react-query'
import { Select, Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { useApi } from '#renderer/app/connection.tsx'
import { usePreference } from '#renderer/app/preferences.ts'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { SummaryNotice } from '#renderer/consistency/summary-notice.tsx'
import { Archives } from './archives.tsx'
import { CheckList } from './check-list.tsx'
import { ExportsPart } from './exports-part.tsx'
import { KindList } from './kind-list.tsx'
import { OrderPanel } from './order-panel.tsx'
import { PackagePart } from './package/package-part.tsx'
import { PrintingHints } from './printing-hints.tsx'
import styles from './reports.module.css'
import { TemplatesPart } from './templates/templates-part.tsx'
import { TextFields } from './text-fields.tsx'
import { YearState } from './year-state.tsx'
import { offeredYears, yearInWork } from './years.ts'

const tabSchema = z.enum(['reports', 'package', 'forms'])

/** All that can be reported of a year: choose what, for whom and in which form; below, every file that left. */
export function ReportsPage() {
  const { t } = useTranslation(['reports', 'shell'])
  const api = useApi()
  const [today] = useState(() => new Date())
  const [year, setYear] = useState(() => yearInWork(today))
  const [chosen, choose] = useState<string>()
  const [tab, show] = usePreference('reports.tab', tabSchema, 'reports')
  const archives = useQuery(api.reports.archives.queryOptions())
  const check = useQuery(api.reports.check.queryOptions({ input: { year } }))
  const offered = useQuery(api.reports.kinds.queryOptions())
  const kinds = offered.data?.kinds ?? []
  const kind = kinds.find(({ code }) => code === chosen) ?? kinds[0]
  const archive = archives.data?.find((frozen) => frozen.year === year)
  const years = offeredYears(today, archives.data?.map((frozen) => frozen.year) ?? [])
  return (
    <>
      <PageHeader title={t('shell:nav.reports')}>
        <label htmlFor="report-year">{t('year')}</label>
        <Select id="report-year" value={year} options={years.map((value) => ({ value, label: t('year.option', { year: value }) }))} onChange={setYear} popupMatchSelectWidth={false} data-testid="report-year" />
      </PageHeader>
      <Tabs className={styles.tabs} activeKey={tab} onChange={(key) => show(tabSchema.catch('reports').parse(key))} items={tabSchema.options.map((key) => ({ key, label: <span data-testid={`reports-tab-${key}`}>{t(`tab.${key}`)}</span> }))} />
      {tab === 'package' ? <PackagePart key={year} year={year} /> : null}
      {tab === 'forms' ? <TemplatesPart key={year} year={year} /> : null}
      {tab !== 'reports' ? null : <div className={styles.page} data-testid="reports" data-ready={archives.data !== undefined && check.data !== undefined && offered.data !== undefined}>
        <KindList kinds={kinds} chosen={kind?.code} onChoose={choose} />
        <div className={styles.column}>
          {kind === undefined ? null : <OrderPanel key={kind.code} kind={kind} year={year} canPrint={offered.data?.canPrint ?? false} blocked={kind.ownWords && (check.data?.discrepancies.some(({ blocking }) => blocking) ?? false)} />}
          {archives.data === undefined ? null : <YearState year={year} archive={archive} check={check.data} over={year < today.getFullYear()} />}
          <SummaryNotice />
          {kind?.ownWords ? <><CheckList query={check} /><TextFields key={year} year={year} /></> : null}
        </div>
        <div className={styles.wide}><ExportsPart kinds={kinds} /></div>
        <div className={styles.foot}><Archives archives={archives.data} onChoose={setYear} /><PrintingHints /></div>
      </div>}
    </>
  )
}
