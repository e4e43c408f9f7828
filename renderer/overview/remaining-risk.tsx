import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Overview } from '#shared/contract/overview.ts'
import type { GradeColumn, ListLink } from '#renderer/components/charts/grade-rows.ts'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import styles from './overview.module.css'

/**
 * The points by grade as they are by themselves, as expected, and as found; each with how many points it was said of.
 * Nothing while no point has a second figure.
 */
export function RemainingRisk({ overview, columns }: { overview: Overview; columns: readonly GradeColumn[] }) {
  const { t } = useTranslation('overview')
  if (overview.figures.length === 0) return null
  const grades = columns.map(({ code }) => code).filter((code) => code !== '')
  const of = (figure: 'expected' | 'verified') => (code: string): number => overview.figures.find(({ gradeCode }) => gradeCode === code)?.[figure] ?? 0
  const inherent = (code: string): number => overview.riskPointsByGrade.find(({ gradeCode }) => gradeCode === code)?.points ?? 0
  return (
    <section className={styles.progress} aria-label={t('remaining.title')} data-testid="remaining-risk">
      <h2>{t('remaining.title')}</h2>
      <Figure name="inherent" grades={grades} count={inherent} list={(code) => ({ to: '/risks', search: { grade: [code] } })} />
      <span aria-hidden="true">→</span>
      <Figure name="expected" grades={grades} count={of('expected')} list={(code) => ({ to: '/risks', search: { expected: [code] } })} />
      <span aria-hidden="true">→</span>
      <Figure name="verified" grades={grades} count={of('verified')} list={(code) => ({ to: '/risks', search: { verified: [code] } })} />
    </section>
  )
}

function Figure({ name, grades, count, list }: { name: 'inherent' | 'expected' | 'verified'; grades: readonly string[]; count: (code: string) => number; list: (code: string) => ListLink }) {
  const { t } = useTranslation('overview')
  const total = grades.reduce((sum, code) => sum + count(code), 0)
  return (
    <span className={styles.remaining} data-testid={`remaining-${name}`}>
      <span>{t(`remaining.${name}`, { count: total })}</span>
      {total === 0 ? null : grades.map((code) => <Link key={code} {...list(code)} data-testid={`${name}-${code}`}><GradeTag code={code} /> <b>{count(code)}</b></Link>)}
    </span>
  )
}
