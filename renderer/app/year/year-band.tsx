import { LockFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { localTime } from '#renderer/app/local-time.ts'
import { useLooking } from './looking.tsx'
import styles from './year-band.module.css'

/** Says on every screen that a frozen year is shown, and leads back. */
export function YearBand() {
  const { t } = useTranslation('years')
  const { year, look } = useLooking()
  if (year === undefined) return null
  const { contentHash: hash } = year
  return (
    <div className={styles.band} role="status" data-testid="year-band">
      <LockFilled aria-hidden="true" />
      <span title={t('band.hash', { hash })}>{t('band.text', { year: year.year, on: localTime(year.frozenAt), hash: hash.slice(0, 16) })}</span>
      <Button size="small" onClick={() => look(undefined)} data-testid="year-back">{t('band.back')}</Button>
    </div>
  )
}
