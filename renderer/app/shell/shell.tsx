import { useQuery } from '@tanstack/react-query'
import { Navigate, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/app/connection.tsx'
import { DisconnectedNotice } from './disconnected-notice.tsx'
import { Navigation } from './navigation.tsx'
import styles from './shell.module.css'
import { TopBar } from './top-bar.tsx'

/**
 * Navigation by task on the left, the bar on top, the screen in the rest. Without an organisation it leads to the first
 * start; until that is known nothing is drawn, or a menu opened in the bar would vanish with it.
 */
export function Shell() {
  const { t } = useTranslation('shell')
  const api = useApi()
  const organisation = useQuery(api.organisation.get.queryOptions())
  if (organisation.isPending) return null
  if (organisation.data === null) return <Navigate to="/start" replace />
  return (
    <div className={styles.shell} data-testid="shell" data-ready={organisation.data !== undefined}>
      <a className={styles.skip} href="#content" onClick={focusContent}>{t('skip')}</a>
      <TopBar organisation={organisation.data?.name ?? ''} />
      <Navigation />
      <main id="content" className={styles.content} tabIndex={-1}>
        <DisconnectedNotice />
        <Outlet />
      </main>
    </div>
  )
}

/** The address' fragment belongs to the router, so the link moves the focus itself. */
function focusContent(event: React.MouseEvent): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
