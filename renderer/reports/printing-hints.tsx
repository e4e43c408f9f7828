import { useTranslation } from 'react-i18next'
import { ChartPanel } from '#renderer/components/charts/chart-panel.tsx'
import styles from './reports.module.css'

const hints = ['docx', 'pdf', 'fonts', 'wide', 'xlsx'] as const

export function PrintingHints() {
  const { t } = useTranslation('reports')
  return (
    <ChartPanel title={t('hints.title')}>
      <ul className={styles.hints}>{hints.map((hint) => <li key={hint}>{t(`hints.${hint}`)}</li>)}</ul>
    </ChartPanel>
  )
}
