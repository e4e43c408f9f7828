import { CloseOutlined, PaperClipOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { sizeText } from '#renderer/settings/data/size-text.ts'
import styles from '#renderer/review/evidence.module.css'
import { mostFiles, useFittingFiles } from './use-fitting-files.ts'

/** Files chosen to be handed in together with what is being recorded. */
export function FilePicker({ files, onChange }: { files: readonly File[]; onChange: (files: File[]) => void }) {
  const { t } = useTranslation(['measures', 'review'])
  const input = useRef<HTMLInputElement>(null)
  const fit = useFittingFiles()
  const add = (added: readonly File[]) => { if (fit([...files, ...added])) onChange([...files, ...added]) }
  return (
    <div className={styles.field}>
      <Button size="small" icon={<PaperClipOutlined />} disabled={files.length >= mostFiles} onClick={() => input.current?.click()}>{t('review:evidence.add')}</Button>
      <input ref={input} type="file" multiple hidden data-testid="execution-file" onChange={(event) => { add([...event.target.files ?? []]); event.target.value = '' }} />
      {files.map((file, index) => (
        <span key={`${file.name} ${index}`} className={styles.file}>
          <PaperClipOutlined /><span>{file.name}</span><small>{sizeText(file.size)}</small>
          <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('work.file.remove', { name: file.name })} title={t('work.file.remove', { name: file.name })} onClick={() => onChange(files.filter((_, other) => other !== index))} />
        </span>
      ))}
    </div>
  )
}
