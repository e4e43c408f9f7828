import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { entryStates } from '#shared/model/review/entry-states.ts'
import { useApi } from '#renderer/app/connection.tsx'
import styles from './overview.module.css'

/** How far review is: how many entries stand where, each opening its list. */
export function ReviewProgress() {
  const { t } = useTranslation('review')
  const api = useApi()
  const { data } = useQuery(api.review.mine.queryOptions())
  if (data === undefined) return null
  const states = entryStates.map((state) => ({ state, points: data.counts.filter(({ entryState }) => entryState === state).reduce((sum, { points }) => sum + points, 0) })).filter(({ points }) => points > 0)
  if (states.length === 0) return null
  const department = data.departmentIds ?? undefined
  return (
    <section className={styles.progress} aria-label={t('overview.title')} data-testid="review-progress">
      <h2>{t('overview.title')}</h2>
      {states.map(({ state, points }) => (
        <Link key={state} to="/risks" search={{ state: [state], department }} className={styles.part} data-testid={`progress-${state}`}><span>{t(`state.${state}`)}</span><b>{points}</b></Link>
      ))}
      {data.overdue === 0 ? null : <Link to="/risks" search={{ late: true, department }} className={styles.part} data-late="true"><span>{t('overview.overdue')}</span><b>{data.overdue}</b></Link>}
    </section>
  )
}
