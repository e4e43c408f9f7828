import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FrozenYearRow } from '#shared/contract/years.ts'
import { localTime } from '#renderer/app/local-time.ts'
import { useLooking } from '#renderer/app/year/looking.tsx'
import { useOpenYear } from '#renderer/app/year/use-open-year.ts'
import { ChartPanel } from '#renderer/components/charts/chart-panel.tsx'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import styles from './years.module.css'

/** The frozen years with what vouches for them, each to be opened and compared. */
export function FrozenYears({ years }: { years: readonly FrozenYearRow[] }) {
  const { t } = useTranslation('years')
  const { year } = useLooking()
  const { open, opening, work } = useOpenYear()
  return (
    <ChartPanel title={t('frozen.title')} actions={year === undefined ? <Link to="/reports">{t('frozen.toReports')}</Link> : undefined} testId="frozen-years">
      {years.length === 0 ? <p className={styles.text}>{t('frozen.none')}</p> : (
        <ul className={styles.frozen}>
          {years.map((frozen) => (
            <li key={frozen.year} data-testid={`frozen-${frozen.year}`}>
              <strong>{t('look.year', { year: frozen.year })}</strong>
              <div>
                <p>{t('frozen.by', { on: localTime(frozen.frozenAt), by: frozen.frozenBy })} · {t('frozen.counts', { powers: frozen.powers, riskPoints: frozen.riskPoints, measures: frozen.controlMeasures })}</p>
                <p className={styles.hash}>
                  <span title={t('band.hash', { hash: frozen.contentHash })}>{t('frozen.hash')} <code>{frozen.contentHash.slice(0, 16)}</code></span>
                  {frozen.log === null ? null : <span title={t('frozen.log.title', frozen.log)}>{t('frozen.log', { number: frozen.log.number })} <code>{frozen.log.hash.slice(0, 12)}</code></span>}
                </p>
              </div>
              <span className={styles.doings}>
                {year?.year === frozen.year ? null : <Button size="small" onClick={() => void open(frozen.year)} data-testid={`open-${frozen.year}`}>{t('frozen.open')}</Button>}
                <Link to="/years" search={{ from: frozen.year }} data-testid={`compare-${frozen.year}`}>{t('frozen.compare')}</Link>
              </span>
            </li>
          ))}
        </ul>
      )}
      <LongWorkDialog work={work} title={t('look.opening', { year: opening ?? '' })} />
    </ChartPanel>
  )
}
