import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/app/connection.tsx'
import styles from './navigation.module.css'

/** How many warnings are open, beside their name; what is overdue is told apart. */
export function WarningBadge() {
  const { t } = useTranslation('shell')
  const api = useApi()
  const { data } = useQuery(api.warnings.figures.queryOptions())
  if (data === undefined || data.open === 0) return null
  const text = t(data.overdue === 0 ? 'nav.warnings.open' : 'nav.warnings.overdue', { open: data.open, overdue: data.overdue })
  return <span className={styles.badge} data-late={data.overdue > 0} title={text} aria-label={text} data-testid="warning-badge">{data.open > 999 ? '999+' : data.open}</span>
}
