import { BgColorsOutlined, GlobalOutlined, SearchOutlined, UserOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { locales } from '#shared/locales/locale.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { useLanguageChoice } from '#renderer/app/language-choice.ts'
import { useThemeChoice } from '#renderer/app/theme/theme-provider.tsx'
import { themeChoices } from '#renderer/app/theme/themes.ts'
import { useShortcut } from '#renderer/app/use-shortcut.ts'
import { GlobalSearch } from './global-search.tsx'
import styles from './top-bar.module.css'

export function TopBar({ organisation }: { organisation: string }) {
  const { t } = useTranslation(['common', 'shell'])
  const [searching, setSearching] = useState(false)
  useShortcut('Ctrl+K', () => setSearching(true))
  return (
    <header className={styles.bar}>
      <strong className={styles.product}>{t('product')}</strong>
      <span className={styles.organisation} title={organisation}>{organisation}</span>
      <Button className={styles.search} icon={<SearchOutlined />} onClick={() => setSearching(true)} data-testid="global-search-open">
        <span>{t('shell:search.open')}</span><kbd>Ctrl+K</kbd>
      </Button>
      <LanguageSwitch />
      <ThemeSwitch />
      <User />
      <GlobalSearch open={searching} onClose={() => setSearching(false)} />
    </header>
  )
}

function LanguageSwitch() {
  const { t } = useTranslation('shell')
  const [locale, setLocale] = useLanguageChoice()
  const items = locales.map((key) => ({ key, label: t(`language.${key}`), onClick: () => setLocale(key) }))
  return (
    <Dropdown menu={{ items, selectable: true, selectedKeys: [locale] }} trigger={['click']}>
      <Button type="text" icon={<GlobalOutlined />} aria-label={t('language')} title={t('language')} data-testid="language">{t(`language.${locale}`)}</Button>
    </Dropdown>
  )
}

function ThemeSwitch() {
  const { t } = useTranslation('shell')
  const [choice, setChoice] = useThemeChoice()
  const items = themeChoices.map((key) => ({ key, label: t(`theme.${key}`), onClick: () => setChoice(key) }))
  return (
    <Dropdown menu={{ items, selectable: true, selectedKeys: [choice] }} trigger={['click']}>
      <Button type="text" icon={<BgColorsOutlined />} aria-label={t('theme')} title={t('theme')} data-testid="theme" />
    </Dropdown>
  )
}

function User() {
  const { t } = useTranslation('shell')
  const api = useApi()
  const { data } = useQuery(api.system.about.queryOptions())
  return <span className={styles.user} title={t('user')}><UserOutlined aria-hidden="true" /> {data?.actor}</span>
}
