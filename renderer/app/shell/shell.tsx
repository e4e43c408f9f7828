import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { frozenScreens, screens, screensFor } from '#renderer/app/routes.ts'
import { useMayAny, useMe } from '#renderer/app/session/use-me.ts'
import { useLooking, useReadOnly } from '#renderer/app/year/looking.tsx'
import { YearBand } from '#renderer/app/year/year-band.tsx'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { DisconnectedNotice } from './disconnected-notice.tsx'
import { Navigation } from './navigation.tsx'
import styles from './shell.module.css'
import { TopBar } from './top-bar.tsx'

/**
 * Navigation by task on the left, the bar on top, the screen in the rest. Without an organisation it leads to the first
 * start; a screen that is not for this person leads to the first that is.
 */
export function Shell() {
  const { t } = useTranslation('shell')
  const me = useMe()
  const { year } = useLooking()
  if (me === undefined) return null
  if (me.organisation === null) return <Navigate to="/start" replace />
  return (
    <div className={styles.shell} data-testid="shell" data-ready="true">
      <a className={styles.skip} href="#content" onClick={focusContent}>{t('skip')}</a>
      <TopBar organisation={me.organisation} />
      <Navigation />
      <main id="content" className={styles.content} tabIndex={-1}>
        <DisconnectedNotice />
        <YearBand />
        <OwnScreen key={year?.year ?? 'today'} />
      </main>
    </div>
  )
}

function OwnScreen() {
  const path = useLocation({ select: ({ pathname }) => pathname })
  const mine = screensFor(useMayAny())
  const frozen = useReadOnly()
  const asked = screens.find((screen) => path === screen.path || path.startsWith(`${screen.path}/`))
  if (frozen && asked !== undefined && !frozenScreens.includes(asked.name)) return <NotInFrozenYear />
  return asked === undefined || mine.includes(asked) ? <Outlet /> : <FirstScreen />
}

/** A screen that knows only today's register. */
function NotInFrozenYear() {
  const { t } = useTranslation('years')
  return <EmptyState title={t('band.unavailable.title')} text={t('band.unavailable')} />
}

/** The first screen that is for this person; who has no role yet learns whom to ask. */
export function FirstScreen() {
  const { t } = useTranslation('people')
  const [first] = screensFor(useMayAny())
  if (first === undefined || first.name === 'settings') return <EmptyState title={t('member.title')} text={t('member.text')} />
  return <Navigate to={first.path} replace />
}

/** The address' fragment belongs to the router, so the link moves the focus itself. */
function focusContent(event: React.MouseEvent): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
