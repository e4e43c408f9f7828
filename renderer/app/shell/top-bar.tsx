import { SearchOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#renderer/app/session/use-me.ts'
import { YearChoice } from '#renderer/app/year/year-choice.tsx'
import { useShortcut } from '#renderer/app/use-shortcut.ts'
import { GlobalSearch } from './global-search.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import styles from './top-bar.module.css'
import { UserMenu } from './user-menu.tsx'

export function TopBar({ organisation }: { organisation: string }) {
  const { t } = useTranslation(['common', 'shell'])
  const [searching, setSearching] = useState(false)
  const mayRead = useMay('register.read')
  useShortcut('Ctrl+K', () => setSearching(mayRead))
  return (
    <header className={styles.bar}>
      <strong className={styles.product}>{t('product')}</strong>
      <span className={styles.organisation} title={organisation}>{organisation}</span>
      {mayRead ? <Button className={styles.search} icon={<SearchOutlined />} onClick={() => setSearching(true)} data-testid="global-search-open">
        <span>{t('shell:search.open')}</span><kbd>Ctrl+K</kbd>
      </Button> : <span className={styles.search} />}
      {mayRead ? <YearChoice /> : null}
      <LanguageSwitch />
      <ThemeSwitch />
      <UserMenu />
      {mayRead ? <GlobalSearch open={searching} onClose={() => setSearching(false)} /> : null}
    </header>
  )
}
