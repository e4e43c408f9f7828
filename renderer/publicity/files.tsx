import { PaperClipOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FreelyAttached } from '#shared/model/attachments.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { downloadFile } from '#renderer/components/download-file.ts'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import styles from './publicity.module.css'

/** The files of a record: pictures of a posting, a receipt. */
export function Files({ entity, entityId, mayAdd }: { entity: FreelyAttached; entityId: string; mayAdd: boolean }) {
  const { t } = useTranslation('publicity')
  const api = useApi()
  const client = useClient()
  const refresh = useRefresh()
  const fail = useFailureMessage()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const { data } = useQuery(api.attachments.list.queryOptions({ input: { entityId } }))
  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true)
    try { await work() } catch (error) { fail(error) }
    setBusy(false)
  }
  const add = (files: readonly File[]) => attempt(async () => {
    for (const file of files) await client.attachments.add({ entity, entityId, file })
    await refresh()
  })
  return (
    <div className={styles.files} data-testid="files" data-count={data?.length}>
      {data?.length === 0 ? <span className={styles.quiet}>{t('files.none')}</span> : null}
      {data?.map(({ id, fileName }) => (
        <Button key={id} type="link" size="small" icon={<PaperClipOutlined />} onClick={() => void attempt(async () => downloadFile(await client.attachments.read({ attachmentId: id })))}>{fileName}</Button>
      ))}
      {mayAdd ? <Button size="small" icon={<PaperClipOutlined />} loading={busy} onClick={() => input.current?.click()} data-testid="add-file">{t('files.add')}</Button> : null}
      <input ref={input} type="file" multiple hidden data-testid="file-input" onChange={(event) => { const files = [...event.target.files ?? []]; event.target.value = ''; void add(files) }} />
    </div>
  )
}
