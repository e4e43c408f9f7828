import { Timeline } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RectificationDetail } from '#shared/contract/rectification.ts'
import { localTime } from '#renderer/app/local-time.ts'
import styles from '#renderer/publicity/publicity.module.css'

/** Everything that was done about an entry, in its order. */
export function Steps({ steps }: { steps: RectificationDetail['steps'] }) {
  const { t } = useTranslation('rectification')
  return (
    <Timeline
      items={steps.map(({ id, action, text, dueOn, evidence, person, doneAt }) => ({
        key: id,
        content: (
          <div data-testid="step">
            <b>{t(`action.${action}`)}</b> <span className={styles.quiet}>{person} · {localTime(doneAt)}</span>
            {text === '' || action === 'open' ? null : <p>{text}</p>}
            {action === 'open' || action === 'term' || action === 'reopen' ? <p className={styles.quiet}>{t('step.due', { date: dueOn })}</p> : null}
            {evidence.length === 0 ? null : <p className={styles.quiet}>{t('step.files', { count: evidence.length })}</p>}
          </div>
        ),
      }))}
    />
  )
}
