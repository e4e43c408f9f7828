import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportSettings } from '#shared/contract/reports.ts'
import type { ReportEdition } from '#shared/model/report-editions.ts'
import { numberText } from '#shared/model/report-orders.ts'
import styles from './report-settings.module.css'

export const logoUrl = ({ type, base64 }: NonNullable<ReportSettings['logo']>): string => `data:image/${type === 'jpg' ? 'jpeg' : 'png'};base64,${base64}`

/** The first page of a paper in small, as it would look with what is typed. */
export function SamplePage({ settings, edition }: { settings: Pick<ReportSettings, 'redHead' | 'numberPattern' | 'numberOnTop' | 'watermarks' | 'logo'>; edition: ReportEdition }) {
  const { t } = useTranslation('settings')
  const { redHead, numberPattern, numberOnTop, watermarks, logo } = settings
  const [year] = useState(() => new Date().getFullYear())
  const number = numberText(numberPattern, { year, running: 12 })
  const mark = watermarks[edition]
  return (
    <div className={styles.sheet} data-testid="sample-page">
      {mark === '' ? null : <div className={styles.watermark} aria-hidden="true">{[0, 1, 2].map((row) => <span key={row}>{mark}</span>)}</div>}
      {logo === null ? null : <img className={styles.sampleLogo} src={logoUrl(logo)} alt="" />}
      {redHead === '' ? null : <div className={styles.redHead}>{redHead}</div>}
      {redHead !== '' && numberOnTop ? <div className={styles.number}>{number}</div> : null}
      {redHead === '' ? null : <div className={styles.redLine} />}
      <div className={styles.sampleTitle}>{t('reports.sample.title')}</div>
      {redHead === '' && numberOnTop ? <div className={styles.number}>{number}</div> : null}
      {[0, 1, 2, 3].map((row) => <div key={row} className={styles.line} data-short={row === 3} />)}
      <div className={styles.note}>{t('reports.sample.note', { number })}</div>
    </div>
  )
}
