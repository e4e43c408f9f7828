import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './page-fault.module.css'

/** Shown in place of a page that failed: what happened, that nothing is lost, and the way on. */
export function PageFault({ error }: { error: unknown }) {
  const { t } = useTranslation('shell')
  return (
    <section className={styles.fault} role="alert" data-testid="page-fault">
      <h1>{t('error.title')}</h1>
      <p>{t('error.text')}</p>
      <Button type="primary" onClick={() => location.reload()}>{t('error.reload')}</Button>
      <details>
        <summary>{t('error.details')}</summary>
        <pre>{error instanceof Error ? (error.stack ?? error.message) : String(error)}</pre>
      </details>
    </section>
  )
}
