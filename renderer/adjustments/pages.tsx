import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from '#renderer/publicity/publicity.module.css'

/** Steps through a longer list page by page. */
export function Pages({ total, offset, size, onOffset }: { total: number; offset: number; size: number; onOffset: (offset: number) => void }) {
  const { t } = useTranslation('review')
  if (total <= size) return null
  return (
    <div className={styles.buttons}>
      <span className={styles.quiet}>{t('table.range', { from: offset + 1, to: Math.min(total, offset + size), total })}</span>
      <Button size="small" disabled={offset === 0} onClick={() => onOffset(Math.max(0, offset - size))}>{t('table.previous')}</Button>
      <Button size="small" disabled={offset + size >= total} onClick={() => onOffset(offset + size)}>{t('table.next')}</Button>
    </div>
  )
}
