import { useTranslation } from 'react-i18next'
import type { MeasureCheck } from '#shared/contract/measures.ts'
import { localTime } from '#renderer/app/local-time.ts'
import panel from '#renderer/components/list/panel.module.css'
import styles from './work.module.css'

/** Every rating on record, the last first; that one stands. */
export function Checks({ checks }: { checks: readonly MeasureCheck[] }) {
  const { t } = useTranslation(['measures', 'states'])
  if (checks.length === 0) return <p className={panel.quiet}>{t('work.checks.none')}</p>
  return (
    <ol className={styles.entries}>
      {checks.map(({ id, effectiveness, note, checkedOn, checkedBy, checkedAt }) => (
        <li key={id} data-testid="check-entry">
          <div className={styles.line}><b>{checkedOn}</b><span className={styles.rating} data-rating={effectiveness}>{t(`states:effectiveness.${effectiveness}`)}</span></div>
          {note === '' ? null : <p>{note}</p>}
          <small>{t('work.recorded', { person: checkedBy, time: localTime(checkedAt) })}</small>
        </li>
      ))}
    </ol>
  )
}
