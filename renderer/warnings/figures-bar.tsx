import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/app/connection.tsx'
import { localTime } from '#renderer/app/local-time.ts'
import { LevelTag } from './level-tag.tsx'
import type { WarningsSearch } from './search.ts'
import { useWarningWords } from './use-warning-words.ts'
import styles from './warnings.module.css'

const route = getRouteApi('/shell/warnings')

/** How many are open, of which level, what is late or gone; each figure opens the list it counts. */
export function FiguresBar() {
  const { t } = useTranslation(['warnings', 'log'])
  const api = useApi()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { levels } = useWarningWords()
  const { data } = useQuery(api.warnings.figures.queryOptions())
  if (data === undefined) return null
  const show = (next: Partial<WarningsSearch>) => void navigate({ search: next })
  const only = search.level?.length === 1 ? search.level[0] : undefined
  const whole = search.overdue !== true && search.cleared !== true && only === undefined && search.state === undefined && search.view === undefined
  return (
    <div className={styles.figures} data-testid="warning-figures" data-open={data.open}>
      <button type="button" className={styles.figure} aria-pressed={whole} onClick={() => show({})}><b>{data.open}</b>{t('figures.open')}</button>
      {levels.map(({ code }) => (
        <button key={code} type="button" className={styles.figure} aria-pressed={only === code} onClick={() => show({ level: [code] })} data-testid={`figure-${code}`}><b>{data.byLevel[code] ?? 0}</b><LevelTag code={code} /></button>
      ))}
      <button type="button" className={styles.figure} aria-pressed={search.state?.length === 1 && search.state[0] === 'found'} onClick={() => show({ state: ['found'] })}><b>{data.byState['found'] ?? 0}</b>{t('state.found')}</button>
      <button type="button" className={styles.figure} aria-pressed={search.overdue === true} data-late={data.overdue > 0} onClick={() => show({ overdue: true })} data-testid="figure-overdue"><b>{data.overdue}</b>{t('figures.overdue')}</button>
      <button type="button" className={styles.figure} aria-pressed={search.cleared === true} onClick={() => show({ cleared: true })} data-testid="figure-cleared"><b>{data.cleared}</b>{t('figures.cleared')}</button>
      <span className={styles.run}>{data.lastRun === null ? t('run.never') : t('run.last', { time: localTime(data.lastRun.finishedAt), by: data.lastRun.by === 'warning-run' ? t('run.by-itself') : data.lastRun.by })}</span>
    </div>
  )
}
