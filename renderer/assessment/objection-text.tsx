import { useTranslation } from 'react-i18next'
import type { AssessmentObjection } from '#shared/contract/assessment.ts'
import { localTime } from '#renderer/app/local-time.ts'
import styles from '#renderer/publicity/publicity.module.css'

/** What was objected, and what was answered to it with the scores before and after. */
export function ObjectionText({ objection: { text, raisedBy, raisedAt, answer } }: { objection: AssessmentObjection }) {
  const { t } = useTranslation('assessment')
  return (
    <>
      <p>{text}</p>
      <small className={styles.quiet}>{t('objection.by', { by: raisedBy, at: localTime(raisedAt) })}</small>
      {answer === null ? null : (
        <>
          <p><strong>{t(`answer.${answer.outcome}`)}</strong> {answer.corrections.map(({ rater, from, to }) => t('answer.change', { rater: t(`rater.${rater}`), from: from ?? '—', to })).join(' · ')} {answer.text}</p>
          <small className={styles.quiet}>{t('answer.by', { by: answer.answeredBy, at: localTime(answer.answeredAt) })}</small>
        </>
      )}
    </>
  )
}
