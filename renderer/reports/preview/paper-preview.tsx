import { MinusOutlined, PlusOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button, Modal, Progress, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import styles from './paper-preview.module.css'
import { printPaper } from './print-paper.ts'
import { usePaper } from './use-paper.ts'
import type { StartPaper } from './use-paper.ts'

const zooms = [50, 60, 70, 80, 90, 100, 125, 150] as const
const usual = 80

export interface PaperPreviewProps {
  /** What is looked at, above the page. */
  readonly title: string
  readonly start: StartPaper
  readonly onClose: () => void
}

/**
 * A paper as it will be printed, over the whole window. Mounted it asks for the paper; closed before the paper has come
 * it stops asking. What a paper holds was typed by others: the frame it stands in runs nothing and reaches nobody.
 */
export function PaperPreview({ title, start, onClose }: PaperPreviewProps) {
  const { t } = useTranslation(['reports', 'common'])
  const { html, progress, failure } = usePaper(start)
  const [zoom, setZoom] = useState<number>(usual)
  const step = (by: 1 | -1) => setZoom((now) => zooms[zooms.findIndex((one) => one === now) + by] ?? now)
  return (
    <Modal open title={title} onCancel={onClose} footer={null} width="94vw" classNames={{ body: styles.body ?? '' }} centered data-testid="paper-preview">
      <div className={styles.bar}>
        <Button size="small" icon={<MinusOutlined />} disabled={zoom === zooms[0]} onClick={() => step(-1)} aria-label={t('preview.smaller')} title={t('preview.smaller')} />
        <span className={styles.zoom} data-testid="paper-zoom">{zoom}%</span>
        <Button size="small" icon={<PlusOutlined />} disabled={zoom === zooms.at(-1)} onClick={() => step(1)} aria-label={t('preview.larger')} title={t('preview.larger')} />
        <span className={styles.note}>{t('preview.note')}</span>
        <Button icon={<PrinterOutlined />} disabled={html === undefined} onClick={() => { if (html !== undefined) printPaper(html) }} data-testid="paper-print">{t('preview.print')}</Button>
      </div>
      <div className={styles.desk} data-testid="paper-desk" data-ready={html !== undefined}>
        {html === undefined
          ? <div className={styles.sheet} aria-live="polite">{failure === undefined ? <Coming done={progress?.done ?? 0} total={progress?.total ?? 0} /> : <ErrorSentence failure={failure} />}</div>
          : <iframe className={styles.frame} title={title} sandbox="" srcDoc={html} data-testid="paper-frame" style={{ width: `${10_000 / zoom}%`, height: `${10_000 / zoom}%`, transform: `scale(${zoom / 100})` }} />}
      </div>
    </Modal>
  )
}

/** The shape of a page, and how far it is. */
function Coming({ done, total }: { done: number; total: number }) {
  const { t } = useTranslation('reports')
  return (
    <>
      <p className={styles.coming}>{t('preview.coming')}</p>
      {total > 1 ? <Progress percent={Math.floor((done / total) * 100)} status="normal" /> : null}
      <Skeleton active={false} title={{ width: '60%' }} paragraph={{ rows: 9 }} />
    </>
  )
}
