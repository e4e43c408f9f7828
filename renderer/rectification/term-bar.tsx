import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { Field } from '#renderer/publicity/field.tsx'
import styles from '#renderer/publicity/publicity.module.css'
import { TermField } from './term-field.tsx'

/** Another term for the entries that are chosen. */
export function TermBar({ chosen, onChanged }: { chosen: readonly string[]; onChanged: () => void }) {
  const { t } = useTranslation('rectification')
  const [asking, setAsking] = useState(false)
  if (chosen.length === 0) return null
  return (
    <div className={styles.buttons} data-testid="term-bar">
      <span className={styles.pair}>{t('chosen', { count: chosen.length })}</span>
      <Button onClick={() => setAsking(true)} data-testid="change-term">{t('term')}</Button>
      {asking ? <TermDialog ids={chosen} onClose={() => setAsking(false)} onChanged={onChanged} /> : null}
    </div>
  )
}

function TermDialog({ ids, onClose, onChanged }: { ids: readonly string[]; onClose: () => void; onChanged: () => void }) {
  const { t } = useTranslation(['rectification', 'common'])
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const [dueOn, setDueOn] = useState('')
  const [reason, setReason] = useState('')
  const save = async () => {
    const done = await refusals.attempt(async () => {
      const { changed } = await client.rectification.changeTerm({ ids: [...ids], dueOn, reason })
      void message.success(changed === 0 ? t('term.none') : t('term.saved', { count: changed }))
    })
    if (!done) return
    onClose()
    onChanged()
    await refresh()
  }
  return (
    <Modal open title={t('term.title', { count: ids.length })} okText={t('term')} cancelText={t('common:cancel')} onCancel={onClose} onOk={() => void save()} okButtonProps={{ disabled: dueOn === '' || reason.trim() === '', 'data-testid': 'term-save' }}>
      <div className={styles.form}>
        <Field label={t('field.dueOn')}>{(id) => <TermField id={id} value={dueOn} onChange={setDueOn} />}</Field>
        <Field label={t('term.reason')}>{(id) => <Input.TextArea id={id} value={reason} maxLength={5000} onChange={(event) => setReason(event.target.value)} data-testid="term-reason" />}</Field>
      </div>
      <ErrorSentence failure={refusals.general} />
    </Modal>
  )
}
