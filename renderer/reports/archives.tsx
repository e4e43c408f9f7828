import { Button } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { Archive } from '#shared/contract/reports.ts'
import { ChartPanel } from '#renderer/components/charts/chart-panel.tsx'
import styles from './reports.module.css'

/** The frozen years, each leading to its report. */
export function Archives({ archives, onChoose }: { archives: readonly Archive[] | undefined; onChoose: (year: number) => void }) {
  const { t } = useTranslation('reports')
  return (
    <ChartPanel title={t('archives.title')} testId="archives">
      {archives?.length === 0 ? <p className={styles.text}>{t('archives.none')}</p> : null}
      <ul className={styles.archives}>
        {archives?.map((archive) => (
          <li key={archive.year}>
            <Button type="link" size="small" onClick={() => onChoose(archive.year)}>{t('year.option', { year: archive.year })}</Button>
            <span>{dayjs(archive.frozenAt).format('YYYY-MM-DD')} · {archive.frozenBy}</span>
            <span>{t('archives.counts', { powers: archive.powers, riskPoints: archive.riskPoints, measures: archive.controlMeasures })}</span>
            <code title={t('state.hash.title', { hash: archive.contentHash })}>{archive.contentHash.slice(0, 16)}</code>
          </li>
        ))}
      </ul>
    </ChartPanel>
  )
}
