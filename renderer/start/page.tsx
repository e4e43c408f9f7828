import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/app/connection.tsx'
import { DisconnectedNotice } from '#renderer/app/shell/disconnected-notice.tsx'
import { LanguageSwitch } from '#renderer/app/shell/language-switch.tsx'
import { ThemeSwitch } from '#renderer/app/shell/theme-switch.tsx'
import { ExampleOffer } from './example-offer.tsx'
import { SetUpForm } from './set-up-form.tsx'
import styles from './start.module.css'

/** First start: set up an organisation, or open the example. Once there is an organisation it leads to the overview. */
export function StartPage() {
  const { t } = useTranslation(['start', 'common'])
  const api = useApi()
  const organisation = useQuery(api.organisation.get.queryOptions())
  const about = useQuery(api.system.about.queryOptions())
  if (organisation.data !== null && organisation.data !== undefined) return <Navigate to="/overview" replace />
  return (
    <div className={styles.page} data-testid="start" data-ready={organisation.data === null}>
      <header className={styles.bar}>
        <strong className={styles.product}>{t('common:product')}</strong>
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <DisconnectedNotice />
      <main className={styles.content}>
        <h1>{t('title')}</h1>
        <p className={styles.intro}>{t('intro')} <code>{about.data?.dataFolder}</code></p>
        <div className={styles.offers}>
          <SetUpForm />
          <ExampleOffer />
        </div>
      </main>
    </div>
  )
}
