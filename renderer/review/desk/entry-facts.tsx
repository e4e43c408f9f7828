import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Desk } from '#shared/contract/review.ts'
import type { RiskDetail } from '#shared/contract/risks.ts'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import { useVocabulary } from '#renderer/components/use-vocabulary.ts'
import { DueDate } from '#renderer/measures/due-date.tsx'
import { answeringFor } from '#renderer/measures/answering.ts'
import styles from './desk.module.css'

/** What is done against the risk, who answers for it, and how it stood last year. */
export function EntryFacts({ desk, risk }: { desk: Desk; risk: RiskDetail }) {
  const { t } = useTranslation(['review', 'fields', 'common'])
  const vocabulary = useVocabulary()
  const { lastYear } = desk
  const facts = [
    ['categoryCode', risk.categoryCode === null ? null : vocabulary.label('risk-category', risk.categoryCode)], ['existingRules', risk.existingRules],
    ['directOwner', risk.directOwner], ['departmentHead', risk.departmentHead], ['responsibleLeader', risk.responsibleLeader], ['pastCase', risk.pastCase ? t('common:yes') : null],
  ] as const
  return (
    <>
      <section className={styles.part}>
        <h3>{t('measures', { count: risk.controlMeasures.length })}</h3>
        {risk.controlMeasures.length === 0 ? <p className={styles.warning}>{t('measures.none')}</p> : (
          <ol className={styles.measures}>
            {risk.controlMeasures.map((measure) => (
              <li key={measure.id}>
                <Link to="/measures" search={{ open: measure.id }}>{measure.content}</Link>
                <small>{answeringFor(measure) ?? <b>{t('measures.no-owner')}</b>} <DueDate row={measure} /></small>
              </li>
            ))}
          </ol>
        )}
      </section>
      <section className={styles.part}>
        <h3>{t('facts')}</h3>
        <dl className={styles.facts}>{facts.map(([field, value]) => (value === null ? null : <div key={field}><dt>{t(`fields:risk-point.${field}`)}</dt><dd>{value}</dd></div>))}</dl>
      </section>
      <section className={styles.part} data-testid="last-year">
        <h3>{lastYear === null ? t('last-year') : t('last-year.of', { year: lastYear.year })}</h3>
        {lastYear === null ? <p className={styles.quiet}>{t('last-year.none')}</p> : (
          <p className={styles.line}>
            <GradeTag code={lastYear.grade} /><span>{t('last-year.measures', { count: lastYear.measures })}</span>
            <span>{lastYear.manifestation === risk.manifestation ? t('last-year.same') : t('last-year.text', { text: lastYear.manifestation })}</span>
          </p>
        )}
      </section>
    </>
  )
}
