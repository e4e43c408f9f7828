import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Overview } from '#shared/contract/overview.ts'
import { measureProgresses } from '#shared/model/states.ts'
import type { GradeColumn } from '#renderer/components/charts/grade-rows.ts'
import type { ListLink } from '#renderer/components/charts/grade-rows.ts'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import styles from './overview.module.css'

/** The register in one line; every number opens its list. */
export function Totals({ overview, columns }: { overview: Overview; columns: readonly GradeColumn[] }) {
  const { t } = useTranslation(['overview', 'states'])
  const points = (code: string) => overview.riskPointsByGrade.find(({ gradeCode }) => gradeCode === code)?.points ?? 0
  const measures = (progress: string) => overview.measuresByProgress.find((count) => count.progress === progress)?.measures ?? 0
  const overdue = overview.attention.overdueMeasures
  return (
    <section className={styles.totals} aria-label={t('totals.title')} data-testid="totals">
      <Total name="powers" label={t('totals.powers')} count={overview.powers} list={{ to: '/powers' }} />
      <Total name="risk-points" label={t('totals.risk-points')} count={overview.riskPoints} list={{ to: '/risks' }}>
        {columns.map(({ code }) => (
          <Part key={code} name={`grade-${code}`} label={<GradeTag code={code} />} count={points(code)} list={{ to: '/risks', search: { grade: [code] } }} />
        ))}
      </Total>
      <Total name="measures" label={t('totals.measures')} count={overview.measures} list={{ to: '/measures' }}>
        {measureProgresses.map((progress) => (
          <Part key={progress} name={`progress-${progress}`} label={t(`states:progress.${progress}`)} count={measures(progress)} list={{ to: '/measures', search: { progress: [progress] } }} />
        ))}
      </Total>
      <Total name="overdue" label={t('totals.overdue')} count={overdue} list={{ to: '/measures', search: { overdue: true } }} />
    </section>
  )
}

function Total({ name, label, count, list, children }: { name: string; label: string; count: number; list: ListLink; children?: ReactNode }) {
  return (
    <div className={styles.total}>
      <Link {...list} className={styles.totalMain} data-testid={`total-${name}`}>
        <span>{label}</span>
        <b>{count}</b>
      </Link>
      {children === undefined ? null : <div className={styles.parts}>{children}</div>}
    </div>
  )
}

function Part({ name, label, count, list }: { name: string; label: ReactNode; count: number; list: ListLink }) {
  return <Link {...list} className={styles.part} data-testid={`total-${name}`}><span>{label}</span><b>{count}</b></Link>
}
