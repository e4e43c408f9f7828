import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { PaperFrame } from './paper-frame.tsx'
import styles from './reports.module.css'

/** A report as its pages would be printed, beside the order it was asked for by. */
export function PreviewDrawer({ html, title, onClose }: { html: string | undefined; title: string; onClose: () => void }) {
  const { t } = useTranslation('reports')
  return (
    <Drawer open={html !== undefined} title={title} size="min(1080px, 92vw)" onClose={onClose} destroyOnHidden data-testid="preview-drawer">
      <p className={styles.note}>{t('preview.note')}</p>
      {html === undefined ? null : <PaperFrame html={html} title={title} />}
    </Drawer>
  )
}
