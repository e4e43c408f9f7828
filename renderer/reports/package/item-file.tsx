import { DeleteOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '#shared/contract/attachments.ts'
import { secrecies } from '#shared/model/attachments.ts'
import type { Secrecy } from '#shared/model/attachments.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { downloadFile } from '#renderer/components/download-file.ts'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import styles from './package.module.css'

interface Props {
  readonly file: Attachment
  readonly mayChange: boolean
  readonly onMark: (secrecy: Secrecy) => void
  readonly onRemove: () => void
}

/** A document of the office with its mark, which decides the editions it goes into. */
export function ItemFile({ file, mayChange, onMark, onRemove }: Props) {
  const { t } = useTranslation('inspectionPackage')
  const client = useClient()
  const fail = useFailureMessage()
  const open = async () => {
    try { downloadFile(await client.attachments.read({ attachmentId: file.id })) } catch (error) { fail(error) }
  }
  return (
    <div className={styles.file} data-testid="package-file">
      <Button type="link" size="small" onClick={() => void open()}>{file.fileName}</Button>
      {mayChange
        ? <Select size="small" variant="borderless" aria-label={t('secrecy')} value={file.secrecy} onChange={onMark} options={secrecies.map((value) => ({ value, label: t(`secrecy.${value}`) }))} popupMatchSelectWidth={false} />
        : <span className={styles.quiet}>{t(`secrecy.${file.secrecy}`)}</span>}
      {mayChange ? <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('remove')} title={t('remove')} onClick={onRemove} /> : null}
    </div>
  )
}
