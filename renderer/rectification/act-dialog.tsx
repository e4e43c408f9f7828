import { useQuery } from '@tanstack/react-query'
import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RectificationDetail } from '#shared/contract/rectification.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { Field } from '#renderer/publicity/field.tsx'
import { Files } from '#renderer/publicity/files.tsx'
import styles from '#renderer/publicity/publicity.module.css'
import { TermField } from './term-field.tsx'

export type Act = 'rectify' | 'close' | 'return' | 'reopen'

/** Takes an entry one step on, with what the step asks for: words, evidence (all files of the entry), a new term. */
export function ActDialog({ act, entry, onClose }: { act: Act; entry: RectificationDetail; onClose: () => void }) {
  const { t } = useTranslation(['rectification', 'common'])
  const { message } = App.useApp()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const client = useClient()
  const [text, setText] = useState('')
  const [dueOn, setDueOn] = useState('')
  const files = useQuery(useApi().attachments.list.queryOptions({ input: { entityId: entry.id }, enabled: act === 'rectify' })).data ?? []
  const evidence = files.map(({ id }) => id)
  const order = { id: entry.id, revision: entry.revision, text: text.trim() }
  const doIt = () => {
    switch (act) {
      case 'rectify': return client.rectification.rectify({ ...order, evidence })
      case 'close': return client.rectification.close(order)
      case 'return': return client.rectification.return(order)
      case 'reopen': return client.rectification.reopen({ ...order, dueOn })
    }
  }
  const go = async () => {
    if (!await refusals.attempt(doIt)) return
    void message.success(t('saved'))
    onClose()
    await refresh()
  }
  const lacking = (act !== 'close' && order.text === '') || (act === 'rectify' && evidence.length === 0) || (act === 'reopen' && dueOn === '')
  return (
    <Modal open title={t(act)} okText={t(act)} cancelText={t('common:cancel')} onCancel={onClose} onOk={() => void go()} okButtonProps={{ disabled: lacking, 'data-testid': 'act-go' }} mask={{ closable: false }}>
      <div className={styles.form}>
        <Input.TextArea autoFocus rows={4} value={text} maxLength={5000} aria-label={t(`${act}.text`)} placeholder={t(`${act}.text`)} onChange={(event) => setText(event.target.value)} data-testid="act-text" />
        {act === 'rectify' ? (
          <fieldset className={styles.card}>
            <legend>{t('rectify.files')}</legend>
            <Files entity="rectification" entityId={entry.id} mayAdd />
          </fieldset>
        ) : null}
        {act === 'reopen' ? <Field label={t('field.dueOn')}>{(id) => <TermField id={id} value={dueOn} onChange={setDueOn} />}</Field> : null}
      </div>
      <ErrorSentence failure={refusals.general} />
    </Modal>
  )
}
