import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Warning } from '#shared/contract/warnings.ts'
import { needsWords, stateAfter } from '#shared/model/warnings/disposal.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { Field } from '#renderer/publicity/field.tsx'
import publicity from '#renderer/publicity/publicity.module.css'
import { factsOf } from './facts.ts'
import { WayField } from './way-field.tsx'

const actions = ['issue', 'lift'] as const
type Action = (typeof actions)[number]

/** Issues or lifts the chosen sheets together; those that do not stand where it can be done are told and left out. */
export function BulkBar({ rows, onDone }: { rows: readonly Warning[]; onDone: () => void }) {
  const { t } = useTranslation('warnings')
  const [action, ask] = useState<Action>()
  if (rows.length === 0) return null
  return (
    <div className={publicity.buttons} data-testid="bulk">
      <span className={publicity.pair}>{t('bulk.chosen', { count: rows.length })}</span>
      {actions.map((one) => {
        const fit = fitting(rows, one).length
        return <Button key={one} type={one === 'issue' ? 'primary' : 'default'} disabled={fit === 0} onClick={() => ask(one)} data-testid={`bulk-${one}`}>{t(`bulk.${one}`, { count: fit })}</Button>
      })}
      {action === undefined ? null : <BulkDialog rows={fitting(rows, action)} left={rows.length - fitting(rows, action).length} action={action} onClose={() => ask(undefined)} onDone={onDone} />}
    </div>
  )
}

const fitting = (rows: readonly Warning[], action: Action): Warning[] => rows.filter((row) => stateAfter(factsOf(row), action) !== undefined && (action === 'lift' || row.departmentId !== null))

interface DialogProps { readonly rows: readonly Warning[]; readonly left: number; readonly action: Action; readonly onClose: () => void; readonly onDone: () => void }

function BulkDialog({ rows, left, action, onClose, onDone }: DialogProps) {
  const { t } = useTranslation(['warnings', 'common'])
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const [text, setText] = useState('')
  const [way, setWay] = useState('')
  const worded = rows.every((row) => !needsWords(factsOf(row), action)) || text.trim() !== ''
  const go = async () => {
    const done = await refusals.attempt(() => client.warnings.direct({ sheets: rows.map(({ id, revision }) => ({ id, revision })), action, text, way }))
    if (!done) return
    void message.success(t('bulk.done', { count: rows.length }))
    onClose()
    onDone()
    await refresh()
  }
  return (
    <Modal
      open title={t(`bulk.${action}`, { count: rows.length })} okText={t(`bulk.${action}`, { count: rows.length })} cancelText={t('common:cancel')} onCancel={onClose} onOk={() => void go()} mask={{ closable: false }}
      okButtonProps={{ disabled: !worded || (action === 'issue' && way.trim() === ''), 'data-testid': 'bulk-do' }}
    >
      <div className={publicity.form}>
        {left === 0 ? null : <p className={publicity.quiet}>{t('bulk.left', { count: left })}</p>}
        {action === 'issue' ? <WayField value={way} onChange={setWay} /> : null}
        <Field label={t(`words.${action}`)}>{(id) => <Input.TextArea id={id} autoFocus={action === 'lift'} value={text} maxLength={4000} style={{ minHeight: 76 }} onChange={(event) => setText(event.target.value)} data-testid="bulk-text" />}</Field>
        <ErrorSentence failure={refusals.general} />
      </div>
    </Modal>
  )
}
