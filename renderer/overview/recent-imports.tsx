import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { ImportBatch } from '#shared/contract/exchange.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { ChartPanel } from '#renderer/components/charts/chart-panel.tsx'
import styles from './overview.module.css'

const shown = 5

/** The last files that came in, and what became of them. */
export function RecentImports() {
  const { t } = useTranslation('overview')
  const mayImport = useMay('register.import')
  const api = useApi()
  const { data } = useQuery(api.exchange.batches.queryOptions())
  return (
    <ChartPanel title={t('imports.title')} actions={mayImport ? <Link to="/import">{t('imports.all')}</Link> : undefined} testId="recent-imports">
      {data?.length === 0 ? <p className={styles.quiet}>{t('imports.none')}</p> : null}
      <ul className={styles.lines}>{data?.slice(0, shown).map((batch) => <Line key={batch.id} batch={batch} />)}</ul>
    </ChartPanel>
  )
}

function Line({ batch }: { batch: ImportBatch }) {
  const { t } = useTranslation('overview')
  const { powers, riskPoints, controlMeasures } = batch.summary
  const created = powers.created + riskPoints.created + controlMeasures.created
  const updated = powers.updated + riskPoints.updated + controlMeasures.updated
  return (
    <li>
      <time dateTime={batch.importedAt}>{dayjs(batch.importedAt).format('YYYY-MM-DD HH:mm')}</time>
      <span className={styles.what} title={batch.fileName}>{batch.fileName}</span>
      <span className={styles.aside}>{batch.state === 'undone' ? t('imports.undone') : t('imports.counts', { created, updated })}</span>
    </li>
  )
}
