import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DisconnectedNotice } from '#renderer/app/shell/disconnected-notice.tsx'
import { LanguageSwitch } from '#renderer/app/shell/language-switch.tsx'
import { ThemeSwitch } from '#renderer/app/shell/theme-switch.tsx'
import styles from './entry.module.css'

/** A page before the register: the product's name, language and theme on top, one thing to do below. */
export function EntryPage({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const { t } = useTranslation('common')
  return (
    <div className={styles.page} data-testid={name}>
      <header className={styles.bar}>
        <strong className={styles.product}>{t('product')}</strong>
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <DisconnectedNotice />
      {children}
    </div>
  )
}
