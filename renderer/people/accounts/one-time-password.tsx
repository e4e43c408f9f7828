import { App } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import styles from '../people.module.css'

/** Shows a password that is shown this once only; it goes away by its own button, not by a stray key. */
export function useShowOneTimePassword(): (name: string, password: string | null) => void {
  const { t } = useTranslation('people')
  const { modal } = App.useApp()
  return useCallback((name, password) => {
    if (password === null) return
    modal.info({
      title: t('one-time.title', { name }), keyboard: false, okText: t('one-time.done'), okButtonProps: { 'data-testid': 'one-time-done' }, width: 460,
      content: <><p className={styles.once} data-testid="one-time">{password}</p><p>{t('one-time.text')}</p></>,
    })
  }, [modal, t])
}
