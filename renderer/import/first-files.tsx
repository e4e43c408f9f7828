import { useTranslation } from 'react-i18next'
import { formCodes } from '#shared/contract/exchange.ts'
import { ChooseFiles } from './choose-files.tsx'
import styles from './import.module.css'

/** Before a file was chosen: where to begin, and what can be read. */
export function FirstFiles({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const { t } = useTranslation('exchange')
  return (
    <div className={styles.first}>
      <section className={styles.dropBox} data-testid="drop-box">
        <h2>{t('first.title')}</h2>
        <p>{t('first.text')}</p>
        <ChooseFiles onFiles={onFiles} primary label={t('choose')} />
        <p className={styles.quiet}>{t('first.kinds')}</p>
      </section>
      <section className={styles.known} aria-labelledby="import-known">
        <h3 id="import-known">{t('first.forms')}</h3>
        <ul>{formCodes.map((code) => <li key={code}><b>{t(`form.${code}`)}</b><span>{t(`form.${code}.about`)}</span></li>)}</ul>
        <p className={styles.quiet}>{t('first.after')}</p>
      </section>
    </div>
  )
}
