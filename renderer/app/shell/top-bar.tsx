import { SearchOutlined, UserOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/app/connection.tsx'
import { useShortcut } from '#renderer/app/use-shortcut.ts'
import { GlobalSearch } from './global-search.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
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

function User() {
  const { t } = useTranslation('shell')
  const api = useApi()
  const { data } = useQuery(api.system.about.queryOptions())
  return <span className={styles.user} title={t('user')}><UserOutlined aria-hidden="true" /> {data?.actor}</span>
}
