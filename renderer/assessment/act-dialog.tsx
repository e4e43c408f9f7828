import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'

interface Props {
  readonly title: string
  readonly text?: string
  /** What the button does, in a word. */
  readonly act: string
  readonly disabled?: boolean
  readonly onAct: () => Promise<unknown>
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** Asks once more before something is done that concerns many; what is refused is said here, and what was typed stays. */
export function ActDialog({ title, text, act, disabled = false, onAct, onClose, children }: Props) {
  const { t } = useTranslation()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const [busy, setBusy] = useState(false)
  const go = async () => {
    setBusy(true)
    const done = await refusals.attempt(onAct)
    await refresh()
    setBusy(false)
    if (done) onClose()
  }
  return (
    <Modal open title={title} okText={act} cancelText={t('cancel')} onCancel={onClose} onOk={() => void go()} confirmLoading={busy} okButtonProps={{ disabled, 'data-testid': 'act' }}>
      {text === undefined ? null : <p>{text}</p>}
      {children}
      <ErrorSentence failure={refusals.general} />
    </Modal>
  )
}
