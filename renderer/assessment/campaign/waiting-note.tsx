import { useTranslation } from 'react-i18next'
import type { OpenCampaign } from '#shared/contract/assessment.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import styles from '#renderer/publicity/publicity.module.css'

/** What the next step of a campaign waits for, told to those who may take it. */
export function WaitingNote({ campaign: { state, departments, scored, openObjections, objectUntil, today } }: { campaign: OpenCampaign }) {
  const { t } = useTranslation('assessment')
  const runs = useMay('assessment.run')
  const left = departments - scored
  if (!runs) return null
  if (state === 'scoring') return left === 0 ? null : <span className={styles.quiet}>{t('publish.wait', { count: left })}</span>
  if (state !== 'published') return null
  if (openObjections > 0) return <span className={styles.due}>{t('close.open', { count: openObjections })}</span>
  return objectUntil !== null && today < objectUntil ? <span className={styles.quiet}>{t('close.until', { date: objectUntil })}</span> : null
}
