import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Execution } from '#shared/contract/measures.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'

/** Answers an execution that was recorded wrongly, with the reason. */
export function WithdrawDialog({ measureId, execution, onClose }: { measureId: string; execution: Execution; onClose: () => void }) {
  const { t } = useTranslation(['measures', 'common'])
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const withdraw = async () => {
    setBusy(true)
    const done = await refusals.attempt(async () => {
      await client.measures.withdrawExecution({ id: measureId, executionId: execution.id, reason })
      await refresh()
    })
    if (done) onClose()
    setBusy(false)
  }
  return (
    <Modal
      open title={t('work.withdraw.title', { day: execution.doneOn })} okText={t('work.withdraw.do')} cancelText={t('common:cancel')} onCancel={onClose} onOk={() => void withdraw()} confirmLoading={busy}
      okButtonProps={{ disabled: reason.trim() === '', 'data-testid': 'withdraw-execution-do' }}
    >
      <p>{t('work.withdraw.text')}</p>
      <Input.TextArea autoFocus value={reason} maxLength={2000} aria-label={t('work.withdraw.reason')} placeholder={t('work.withdraw.reason')} onChange={(event) => setReason(event.target.value)} data-testid="withdraw-reason" />
      <ErrorSentence failure={refusals.general} />
    </Modal>
  )
}
