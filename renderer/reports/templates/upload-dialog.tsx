import { App, Button, Input, Modal } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Locale } from '#shared/model/labels.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import styles from './templates.module.css'

interface Props {
  readonly order: { readonly kind: string; readonly locale: Locale; readonly year: number }
  readonly kindName: string
  readonly onClose: () => void
}

/** Takes a Word file in. What was chosen stays where it is refused, so that the next try is one click. */
export function UploadDialog({ order, kindName, onClose }: Props) {
  const { t } = useTranslation(['reportForms', 'common'])
  const client = useClient()
  const refresh = useRefresh()
  const work = useLongWork()
  const { message } = App.useApp()
  const input = useRef<HTMLInputElement>(null)
  const [name, setName] = useState('')
  const [file, setFile] = useState<File>()
  const running = work.state.phase !== 'idle'
  const save = async () => {
    if (file === undefined) return
    const form = await work.run((signal) => client.reportForms.add({ ...order, name: name.trim() === '' ? file.name.replace(/\.docx$/iu, '').slice(0, 100) : name.trim(), file }, { signal }))
    if (form === undefined) return
    await refresh()
    void message.success(t('upload.done', { name: form.name, count: form.placeholders.length }))
    onClose()
  }
  return (
    <>
      <Modal open={!running} title={t('upload.of', { kind: kindName })} onCancel={onClose} okText={t('upload.save')} cancelText={t('common:cancel')} okButtonProps={{ disabled: file === undefined }} onOk={() => void save()}>
        <div className={styles.form} data-testid="upload-dialog">
          <label htmlFor="template-name"><span>{t('upload.name')}</span><Input id="template-name" value={name} maxLength={100} placeholder={t('upload.name.hint')} onChange={(event) => setName(event.target.value)} /></label>
          <div>
            <p className={styles.hint}>{t('upload.file')}</p>
            <div className={styles.file}>
              <Button onClick={() => input.current?.click()}>{t('upload.choose')}</Button>
              <span className={file === undefined ? styles.quiet : undefined}>{file?.name ?? t('upload.none')}</span>
              <input ref={input} type="file" accept=".docx" hidden data-testid="template-input" onChange={(event) => { setFile(event.target.files?.[0] ?? file); event.target.value = '' }} />
            </div>
          </div>
          <span className={styles.quiet}>{t('upload.rules')} {t('upload.against', { year: order.year })}</span>
        </div>
      </Modal>
      <LongWorkDialog work={work} title={t('upload.working')} stageText={(stage) => t(`stage.${stage}` as 'stage.collect', { defaultValue: stage })} />
    </>
  )
}
