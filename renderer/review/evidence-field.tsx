import { PaperClipOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { largestAttachment } from '#shared/model/attachments.ts'
import type { FreelyAttached } from '#shared/model/attachments.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { downloadFile } from '#renderer/components/download-file.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useFailureMessage, useRefusal } from '#renderer/components/use-refusal.ts'
import { sizeText } from '#renderer/settings/data/size-text.ts'
import styles from './evidence.module.css'

interface Props {
  /** The kind of record the files belong to; a risk point where nothing is said. */
  readonly entity?: FreelyAttached
  /** The risk point or other record. */
  readonly riskPointId: string
  /** Ids of the attachments a decision rests on. */
  readonly value: readonly string[]
  readonly onChange: (value: string[]) => void
}

/** Files that show the grounds of a decision: those the point has already, and new ones. */
export function EvidenceField({ entity = 'risk-point', riskPointId, value, onChange }: Props) {
  const { t } = useTranslation('review')
  const api = useApi()
  const client = useClient()
  const refusals = useRefusal()
  const open = useOpenAttachment()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const { data, refetch } = useQuery(api.attachments.list.queryOptions({ input: { entityId: riskPointId } }))
  const add = async (files: readonly File[]) => {
    setBusy(true)
    await refusals.attempt(async () => {
      const added: string[] = []
      for (const file of files) {
        added.push((await client.attachments.add({ entity, entityId: riskPointId, file })).id)
        onChange([...value, ...added])
      }
    })
    await refetch()
    setBusy(false)
  }
  return (
    <div className={styles.field} data-testid="evidence-field">
      <Button size="small" icon={<PaperClipOutlined />} loading={busy} onClick={() => input.current?.click()}>{t('evidence.add')}</Button>
      <input
        ref={input} type="file" multiple hidden data-testid="evidence-file" data-largest={largestAttachment}
        onChange={(event) => { const files = [...event.target.files ?? []]; event.target.value = ''; void add(files) }}
      />
      {data === undefined || data.length === 0 ? <span className={styles.none}>{t('evidence.none')}</span> : data.map(({ id, fileName, size }) => (
        <span key={id} className={styles.file}>
          <Checkbox checked={value.includes(id)} onChange={(event) => onChange(event.target.checked ? [...value, id] : value.filter((other) => other !== id))} aria-label={fileName} />
          <button type="button" onClick={() => void open(id)} title={fileName}>{fileName}</button><small>{sizeText(size)}</small>
        </span>
      ))}
      <ErrorSentence failure={refusals.general} />
    </div>
  )
}

/** What a decision rested on, each file to be opened. */
export function EvidenceLinks({ ids }: { ids: readonly string[] }) {
  const api = useApi()
  const open = useOpenAttachment()
  const { data } = useQuery(api.attachments.named.queryOptions({ input: { ids: [...ids] }, enabled: ids.length > 0 }))
  return (data ?? []).map(({ id, fileName }) => <span key={id} className={styles.file}><PaperClipOutlined /><button type="button" onClick={() => void open(id)}>{fileName}</button></span>)
}

export function useOpenAttachment(): (attachmentId: string) => Promise<void> {
  const client = useClient()
  const fail = useFailureMessage()
  return async (attachmentId) => {
    try {
      downloadFile(await client.attachments.read({ attachmentId }))
    } catch (error) {
      fail(error)
    }
  }
}
