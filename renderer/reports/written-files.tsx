import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLocale } from '#renderer/app/language.ts'
import { downloadFile } from '#renderer/components/download-file.ts'
import { fileSize } from './file-size.ts'
import styles from './reports.module.css'

/** The files just written, each to be saved once more without writing it again. */
export function WrittenFiles({ files }: { files: readonly File[] }) {
  const { t } = useTranslation('reports')
  const locale = useLocale()
  return (
    <ul className={styles.written} aria-live="polite">
      {files.map((file) => (
        <li key={file.name} data-testid="written">
          {t('write.done', { name: file.name, size: fileSize(file.size, locale) })}
          <Button type="link" size="small" onClick={() => downloadFile(file)}>{t('write.again')}</Button>
        </li>
      ))}
    </ul>
  )
}
