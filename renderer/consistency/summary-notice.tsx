import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/app/connection.tsx'
import styles from './consistency.module.css'

/** Rules named before the rest are only counted. */
const named = 4

interface Props { readonly departmentIds?: readonly string[] | undefined; readonly pointIds?: readonly string[] | undefined; /** Whether what blocks submitting is said. */ readonly submitting?: boolean }

/** What the consistency check has to say before something is submitted, frozen or exported, with the way to its findings. */
export function SummaryNotice({ departmentIds = [], pointIds, submitting = false }: Props) {
  const { t } = useTranslation('consistency')
  const api = useApi()
  const { data, error } = useQuery(api.consistency.summary.queryOptions({ input: { departmentIds: [...departmentIds], ...(pointIds === undefined ? {} : { pointIds: [...pointIds] }) } }))
  if (error !== null) return <p className={styles.notice} role="status">{t('summary.failed')}</p>
  if (data === undefined) return <p className={styles.notice} role="status">{t('summary.loading')}</p>
  if (data.rules.length === 0) return <p className={styles.notice} data-testid="consistency-summary" data-errors={0}>{t('summary.none')}</p>
  const { error: errors, warning: warnings, hint: hints } = data.totals
  const department = departmentIds.length === 0 ? undefined : [...departmentIds]
  return (
    <div className={styles.notice} data-testid="consistency-summary" data-errors={errors} data-blocking={data.blocking}>
      <p><b>{t('summary.found', { errors, warnings, hints })}</b> <Link to="/consistency" search={{ department }} data-testid="see-findings">{t('summary.see')}</Link></p>
      {submitting && data.blocking > 0 ? <p className={styles.blocking}>{t('summary.blocking', { count: data.blocking })}</p> : null}
      <ul>
        {data.rules.slice(0, named).map(({ rule, count }) => <li key={rule}><Link to="/consistency" search={{ rule, department }}>{t('summary.rule', { rule: t(`rule.${rule}`), count })}</Link></li>)}
        {data.rules.length > named ? <li>{t('summary.more', { count: data.rules.length - named })}</li> : null}
      </ul>
    </div>
  )
}
