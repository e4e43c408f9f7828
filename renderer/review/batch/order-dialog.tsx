import { Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LadderStep } from '#shared/model/review/ladder.ts'
import { useLocale } from '#renderer/app/language.ts'
import { EvidenceField } from '../evidence-field.tsx'
import styles from './batch.module.css'

export interface Grounds { readonly reason: string; readonly evidence: string[]; readonly ticks: string[] }

interface Props {
  readonly title: string
  readonly text?: string
  readonly okText: string
  /** Whether there has to be a reason; 'none' asks for none. */
  readonly reason: 'needed' | 'optional' | 'submit' | 'none'
  /** The risk point files may be attached to as evidence. */
  readonly evidenceOf?: string | undefined
  /** Steps whose lists have to be ticked. */
  readonly steps?: readonly LadderStep[]
  /** What is worth knowing before. */
  readonly note?: ReactNode
  readonly onGo: (grounds: Grounds) => void
  readonly onClose: () => void
}

/** What an order for several entries takes: a reason, files, and that was looked at what the steps ask for. */
export function OrderDialog({ title, text, okText, reason: asked, evidenceOf, steps = [], note, onGo, onClose }: Props) {
  const { t } = useTranslation(['review', 'common'])
  const locale = useLocale()
  const [reason, setReason] = useState('')
  const [evidence, setEvidence] = useState<string[]>([])
  const [ticks, setTicks] = useState<readonly string[]>([])
  const checks = steps.flatMap(({ kind, checklist }) => checklist.map((check) => ({ ...check, kind })))
  const open = checks.some(({ code }) => !ticks.includes(code)) || (asked === 'needed' && reason.trim() === '')
  return (
    <Modal
      open title={title} okText={okText} cancelText={t('common:cancel')} onCancel={onClose} onOk={() => onGo({ reason: reason.trim(), evidence, ticks: [...ticks] })} okButtonProps={{ disabled: open, 'data-testid': 'order-go' }}
      mask={{ closable: false }} data-testid="order-dialog"
    >
      <div className={styles.grounds}>
        {text === undefined ? null : <p>{text}</p>}
        {note}
        {steps.map(({ kind, checklist }) => (
          <fieldset key={kind} className={styles.checks}>
            <legend>{t(`step.${kind}`)}</legend>
            {checklist.map(({ code, labels }) => (
              <Checkbox key={code} checked={ticks.includes(code)} onChange={(event) => setTicks(event.target.checked ? [...ticks, code] : ticks.filter((other) => other !== code))} data-testid={`check-${code}`}>{labels[locale]}</Checkbox>
            ))}
          </fieldset>
        ))}
        {asked === 'none' ? null : <Input.TextArea autoFocus value={reason} maxLength={5000} placeholder={t(`reason.${asked}`)} aria-label={t('reason')} onChange={(event) => setReason(event.target.value)} data-testid="order-reason" />}
        {evidenceOf === undefined ? null : <EvidenceField riskPointId={evidenceOf} value={evidence} onChange={setEvidence} />}
      </div>
    </Modal>
  )
}
