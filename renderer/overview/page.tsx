import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Overview } from '#shared/contract/overview.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { Attention } from './attention.tsx'
import { Breakdowns } from './breakdowns.tsx'
import { LastChanges } from './last-changes.tsx'
import { MatrixPanel } from './matrix-panel.tsx'
import styles from './overview.module.css'
import { RecentImports } from './recent-imports.tsx'
import { RemainingRisk } from './remaining-risk.tsx'
import { ReviewProgress } from './review-progress.tsx'
import { Totals } from './totals.tsx'
import { useGradeColumns } from './use-grade-columns.ts'

/** How the register stands and what to do first. */
export function OverviewPage() {
  const { t } = useTranslation(['overview', 'shell', 'common'])
  const api = useApi()
  const { data, error, refetch } = useQuery(api.overview.get.queryOptions())
  return (
    <>
      <PageHeader title={t('shell:nav.overview')} />
      {error === null ? null : <div className={styles.page}><ErrorSentence failure={failureOf(error)} /><div><Button onClick={() => { void refetch() }}>{t('common:retry')}</Button></div></div>}
      {data === undefined ? (error === null ? <Shape /> : null) : isEmpty(data) ? <EmptyRegister /> : <Figures overview={data} />}
    </>
  )
}

const isEmpty = ({ powers, riskPoints, measures }: Overview): boolean => powers + riskPoints + measures === 0

function Figures({ overview }: { overview: Overview }) {
  const columns = useGradeColumns(overview)
  return (
    <div className={styles.page} data-testid="overview" data-ready="true">
      <Totals overview={overview} columns={columns} />
      <ReviewProgress />
      <RemainingRisk overview={overview} columns={columns} />
      <div className={styles.pair}>
        <Attention attention={overview.attention} />
        <MatrixPanel matrix={overview.matrix} columns={columns} />
      </div>
      <Breakdowns overview={overview} columns={columns} />
      <div className={styles.pair}>
        <RecentImports />
        <LastChanges />
      </div>
    </div>
  )
}

function EmptyRegister() {
  const { t } = useTranslation('overview')
  const mayImport = useMay('register.import')
  return (
    <EmptyState title={t('empty.title')} text={t('empty.text')}>
      {mayImport ? <Link to="/import"><Button type="primary" data-testid="empty-import">{t('empty.import')}</Button></Link> : null}
      <Link to="/powers"><Button>{t('empty.by-hand')}</Button></Link>
    </EmptyState>
  )
}

/** The shape of what comes. */
function Shape() {
  return (
    <div className={styles.page} aria-busy="true">
      <div className={`${styles.shape} ${styles.totalsShape}`} />
      <div className={styles.pair}><div className={styles.shape} /><div className={styles.shape} /></div>
    </div>
  )
}
