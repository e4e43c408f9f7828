import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'

interface Props { readonly ids: readonly string[]; readonly state: 'done' | 'not-needed'; readonly onClose: () => void; readonly onSettled: () => void }

/** Settles the chosen tasks; what is not needed says why. */
export function SettleDialog({ ids, state, onClose, onSettled }: Props) {
  const { t } = useTranslation(['adjustments', 'common'])
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const [reason, setReason] = useState('')
  const settle = async () => {
    const done = await refusals.attempt(async () => {
      const { settled } = await client.adjustments.settle({ ids: [...ids], state, reason })
      void message.success(t('settle.saved', { count: settled }))
    })
    if (!done) return
    onClose()
    onSettled()
    await refresh()
  }
  const label = t(state === 'done' ? 'settle.reason.note' : 'settle.reason')
  return (
    <Modal
      open title={t(`settle.title.${state}`, { count: ids.length })} okText={t(`settle.${state}`)} cancelText={t('common:cancel')} onCancel={onClose} onOk={() => void settle()}
      okButtonProps={{ disabled: state === 'not-needed' && reason.trim() === '', 'data-testid': 'settle-do' }}
    >
      <Input.TextArea autoFocus value={reason} maxLength={5000} aria-label={label} placeholder={label} onChange={(event) => setReason(event.target.value)} data-testid="settle-reason" />
      <ErrorSentence failure={refusals.general} />
    </Modal>
  )
}
