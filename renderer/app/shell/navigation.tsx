import { AlertOutlined, NotificationOutlined, SyncOutlined, BarChartOutlined, CalendarOutlined, CheckSquareOutlined, FileSearchOutlined, FileDoneOutlined, FileTextOutlined, ImportOutlined, MenuFoldOutlined, MenuUnfoldOutlined, ProfileOutlined, SafetyOutlined, SettingOutlined, TeamOutlined, WarningOutlined, ToolOutlined, TrophyOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { usePreference } from '#renderer/app/preferences.ts'
import { frozenScreens, screensFor } from '#renderer/app/routes.ts'
import type { Screen } from '#renderer/app/routes.ts'
import { useMayAny } from '#renderer/app/session/use-me.ts'
import { useReadOnly } from '#renderer/app/year/looking.tsx'
import { WarningBadge } from './warning-badge.tsx'
import styles from './navigation.module.css'

const icons: Record<Screen['name'], ComponentType> = {
  overview: BarChartOutlined,
  powers: ProfileOutlined,
  risks: WarningOutlined,
  measures: SafetyOutlined,
  review: FileDoneOutlined,
  publicity: NotificationOutlined,
  adjustments: SyncOutlined,
  warnings: AlertOutlined,
  rectification: ToolOutlined,
  consistency: CheckSquareOutlined,
  assessment: TrophyOutlined,
  years: CalendarOutlined,
  reports: FileTextOutlined,
  import: ImportOutlined,
  people: TeamOutlined,
  log: FileSearchOutlined,
  settings: SettingOutlined,
}

const collapsedSchema = z.boolean()

export function Navigation() {
  const { t } = useTranslation('shell')
  const [collapsed, setCollapsed] = usePreference('navigation.collapsed', collapsedSchema, false)
  const frozen = useReadOnly()
  const screens = screensFor(useMayAny()).filter(({ name }) => !frozen || frozenScreens.includes(name))
  const Fold = collapsed ? MenuUnfoldOutlined : MenuFoldOutlined
  return (
    <nav className={styles.nav} aria-label={t('nav.label')} data-collapsed={collapsed}>
      <ul>{screens.map((screen, at) => <li key={screen.name} data-begins={at > 0 && screens[at - 1]?.task !== screen.task}><Entry screen={screen} collapsed={collapsed} /></li>)}</ul>
      <button type="button" className={styles.fold} title={t(collapsed ? 'nav.expand' : 'nav.collapse')} aria-label={t(collapsed ? 'nav.expand' : 'nav.collapse')} onClick={() => setCollapsed(!collapsed)}>
        <Fold />
      </button>
    </nav>
  )
}

function Entry({ screen, collapsed }: { screen: Screen; collapsed: boolean }) {
  const { t } = useTranslation('shell')
  const Icon = icons[screen.name]
  const label = t(`nav.${screen.name}`)
  return (
    <Link to={screen.path} className={styles.entry} activeProps={{ 'data-active': true }} title={collapsed ? label : undefined} data-testid={`nav-${screen.name}`}>
      <Icon aria-hidden="true" />
      <span className={collapsed ? 'visually-hidden' : undefined}>{label}</span>
      {screen.name === 'warnings' && !collapsed ? <WarningBadge /> : null}
    </Link>
  )
}
