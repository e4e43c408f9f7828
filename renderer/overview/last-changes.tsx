import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/app/connection.tsx'
import { ChartPanel } from '#renderer/components/charts/chart-panel.tsx'
import { useHistoryWords } from '#renderer/history/use-history-words.ts'
import type { HistoryWords } from '#renderer/history/use-history-words.ts'
import { groupChanges } from './change-groups.ts'
import type { ChangeGroup } from './change-groups.ts'
import styles from './overview.module.css'

const shown = 5
const read = 100

/** What was done to the register last, and by whom. */
export function LastChanges() {
  const { t } = useTranslation('overview')
  const api = useApi()
  const { data } = useQuery(api.history.recent.queryOptions({ input: { limit: read } }))
  const words = useHistoryWords()
  const groups = groupChanges(data?.entries ?? [])
  return (
    <ChartPanel title={t('changes.title')} testId="last-changes">
      {data !== undefined && groups.length === 0 ? <p className={styles.quiet}>{t('changes.none')}</p> : null}
      <ul className={styles.lines}>{groups.slice(0, shown).map((group) => <Line key={group.latest.number} group={group} words={words} names={data?.names ?? {}} open={data?.more === true && group.latest === groups.at(-1)?.latest} />)}</ul>
    </ChartPanel>
  )
}

/** @param open whether the group goes on beyond what was read */
function Line({ group, words, names, open }: { group: ChangeGroup; words: HistoryWords; names: Readonly<Record<string, string>>; open: boolean }) {
  const { t } = useTranslation('overview')
  const { latest, count } = group
  const { what, record, who, when } = words.entry(latest, names)
  const said = latest.batchId !== null
    ? t('changes.import', { file: names[latest.batchId] ?? '' })
    : count > 1 ? t('changes.many', { what, records: open ? `${count}+` : count }) : record === '' ? what : t('changes.named', { what, record })
  return (
    <li>
      <time dateTime={latest.at}>{when}</time>
      <span className={styles.what} title={said}>{said}</span>
      <span className={styles.aside}>{who}</span>
    </li>
  )
}
