import { Input } from 'antd'
import { useState } from 'react'
import { ActDialog } from './act-dialog.tsx'

interface Props { readonly title: string; readonly text?: string; readonly label: string; readonly act: string; readonly onAct: (reason: string) => Promise<unknown>; readonly onClose: () => void }

/** Something that is done only with a reason. */
export function ReasonDialog({ title, text, label, act, onAct, onClose }: Props) {
  const [reason, setReason] = useState('')
  return (
    <ActDialog title={title} {...(text === undefined ? {} : { text })} act={act} disabled={reason.trim() === ''} onAct={() => onAct(reason)} onClose={onClose}>
      <Input.TextArea autoFocus value={reason} maxLength={2000} aria-label={label} placeholder={label} onChange={(event) => setReason(event.target.value)} data-testid="reason" />
    </ActDialog>
  )
}
