import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './settings.module.css'

interface Props {
  readonly dirty: boolean
  readonly onDiscard: () => void
  readonly onSave: () => void
  readonly saveLabel: string
  readonly busy: boolean
  readonly disabled?: boolean
  /** Also shown while nothing was typed: something new is saved from its preset values. */
  readonly always?: boolean
  readonly children?: ReactNode
}

/** Below something that is edited as a whole: that it is not saved yet, why it could not be, and the two ways on. */
export function SaveBar({ dirty, onDiscard, onSave, saveLabel, busy, disabled = false, always = false, children }: Props) {
  const { t } = useTranslation('grid')
  if (!dirty && !always) return null
  return (
    <div className={styles.saveBar} data-testid="save-bar">
      {children}
      <div>
        <span>{dirty ? t('panel.unsaved') : null}</span>
        {dirty ? <Button onClick={onDiscard} data-testid="discard">{t('panel.discard')}</Button> : null}
        <Button type="primary" onClick={onSave} loading={busy} disabled={disabled} data-testid="save">{saveLabel}</Button>
      </div>
    </div>
  )
}
