import { Button, Input } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { useImperativeHandle, useRef, useState } from 'react'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { Desk } from '#shared/contract/review.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { localTime } from '#renderer/app/local-time.ts'
import { usePreference } from '#renderer/app/preferences.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import styles from './desk.module.css'

export interface CommentField { readonly focus: () => void }

const textSchema = z.string()

/** What people wrote beside the entry, and a place to write. */
export function Comments({ desk, field }: { desk: Desk; field: Ref<CommentField> }) {
  const { t } = useTranslation('review')
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const mayWrite = useMay('entry.comment')
  const [text, setText] = usePreference(`draft.review-comment.${desk.id}`, textSchema, '')
  const [busy, setBusy] = useState(false)
  const area = useRef<TextAreaRef>(null)
  useImperativeHandle(field, () => ({ focus: () => area.current?.focus({ cursor: 'end' }) }), [])
  const send = async () => {
    if (busy || text.trim() === '') return
    setBusy(true)
    if (await refusals.attempt(async () => { await client.review.comment({ id: desk.id, text: text.trim() }); await refresh() })) setText('')
    setBusy(false)
  }
  return (
    <section className={styles.part} data-testid="comments">
      <h3>{t('comments', { count: desk.comments.length })}</h3>
      <ul className={styles.comments}>{desk.comments.map((comment) => <li key={comment.id}><b>{comment.person}</b> <small>{localTime(comment.writtenAt)}</small><p>{comment.text}</p></li>)}</ul>
      {mayWrite ? (
        <div className={styles.write}>
          <Input.TextArea
            ref={area} value={text} maxLength={5000} placeholder={t('comments.placeholder')} aria-label={t('comments.placeholder')} onChange={(event) => setText(event.target.value)} data-testid="comment"
            onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); void send() } }}
          />
          <Button disabled={text.trim() === ''} loading={busy} onClick={() => void send()} data-testid="send-comment">{t('comments.send')}</Button>
        </div>
      ) : null}
      <ErrorSentence failure={refusals.general} />
    </section>
  )
}
