import { CheckCircleOutlined, WarningFilled } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ReportDiscrepancy } from '#shared/contract/reports.ts'
import { failureOf } from '#renderer/app/failure.ts'
import { ChartPanel } from '#renderer/components/charts/chart-panel.tsx'
import type { ListLink } from '#renderer/components/charts/grade-rows.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useScale } from '#renderer/components/use-scale.ts'
import { findingLists, isFinding } from './findings.ts'
import styles from './reports.module.css'
import type { Checked } from './year-state.tsx'

type Check = Checked & { readonly source: 'archive' | 'register' }

/** The figures of the report and what stands in its way or deserves a look, each with the way to mend it. */
export function CheckList({ query }: { query: UseQueryResult<Check, Error> }) {
  const { t } = useTranslation(['reports', 'common'])
  const { data, error, refetch } = query
  return (
    <ChartPanel title={t('check.title')} note={data === undefined ? undefined : t(`check.source.${data.source}`)} testId="check">
      {error === null ? null : <div><ErrorSentence failure={failureOf(error)} /><Button onClick={() => { void refetch() }}>{t('common:retry')}</Button></div>}
      {data === undefined ? (error === null ? <Skeleton active={false} title={false} /> : null) : <Found check={data} />}
    </ChartPanel>
  )
}

function Found({ check }: { check: Check }) {
  const { t } = useTranslation('reports')
  const blocking = check.discrepancies.filter((one) => one.blocking)
  const findings = check.discrepancies.filter((one) => !one.blocking && isFinding(one.code))
  return (
    <>
      <div className={styles.figures}>
        <Figure name="powers" label={t('check.powers')} count={check.powers} list={{ to: '/powers' }} />
        <Figure name="risk-points" label={t('check.risk-points')} count={check.riskPoints} list={{ to: '/risks' }} />
        <Figure name="measures" label={t('check.measures')} count={check.controlMeasures} list={{ to: '/measures' }} />
      </div>
      {blocking.length === 0
        ? <p className={styles.fine}><CheckCircleOutlined aria-hidden="true" /> {t('check.foots')}</p>
        : <p className={styles.blocking} role="alert"><WarningFilled aria-hidden="true" /> {t('check.blocking', { places: blocking.length })}</p>}
      {blocking.length === 0 ? null : <ul className={styles.findings}>{blocking.map((one) => <li key={`${one.code} ${one.params['label'] ?? ''}`}><Sentence of={one} /></li>)}</ul>}
      {findings.length === 0 ? null : (
        <>
          <p className={styles.text}>{t(check.source === 'archive' ? 'check.archived' : 'check.findings')}</p>
          <ul className={styles.findings}>{findings.map((one) => <Finding key={one.code} finding={one} />)}</ul>
        </>
      )}
    </>
  )
}

function Figure({ name, label, count, list }: { name: string; label: string; count: number; list: ListLink }) {
  return <Link {...list} className={styles.figure} data-testid={`check-${name}`}><span>{label}</span><b>{count}</b></Link>
}

function Sentence({ of }: { of: ReportDiscrepancy }) {
  const { t } = useTranslation('reports')
  return <span>{t(`discrepancy.${of.code}` as never, { ...of.params, defaultValue: of.code })}</span>
}

function Finding({ finding }: { finding: ReportDiscrepancy }) {
  const { t } = useTranslation('reports')
  const { grades } = useScale()
  if (!isFinding(finding.code)) return null
  return (
    <li>
      <Sentence of={finding} />
      <Link {...findingLists[finding.code](grades.map(({ code }) => code))} data-testid={`finding-${finding.code}`}>{t(`mend.${finding.code}`)}</Link>
    </li>
  )
}
