import { useQuery } from '@tanstack/react-query'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/app/connection.tsx'
import { ChartPanel } from '#renderer/components/charts/chart-panel.tsx'
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
  const groups = groupChanges(data?.entries ?? []).slice(0, shown)
  return (
    <ChartPanel title={t('changes.title')} testId="last-changes">
      {data?.entries.length === 0 ? <p className={styles.quiet}>{t('changes.none')}</p> : null}
      <ul className={styles.lines}>{groups.map((group) => <Line key={group.latest.number} group={group} names={data?.names ?? {}} open={data?.more === true && group.latest === groups.at(-1)?.latest} />)}</ul>
    </ChartPanel>
  )
}

/** @param open whether the group goes on beyond what was read */
function Line({ group, names, open }: { group: ChangeGroup; names: Readonly<Record<string, string>>; open: boolean }) {
  const { t } = useTranslation('overview')
  const { latest, count } = group
  const entity = t(`entity.${latest.entity}` as 'entity.power', { defaultValue: latest.entity })
  const verb = t(`verb.${latest.action.slice(latest.action.indexOf('.') + 1)}` as 'verb.change', { defaultValue: t('verb.change') })
  const name = names[latest.entityId]
  const what = latest.batchId !== null
    ? t('changes.import', { file: names[latest.batchId] ?? '' })
    : count > 1 ? t('changes.many', { verb, entity, records: open ? `${count}+` : count }) : name === undefined ? t('changes.one', { verb, entity }) : t('changes.named', { verb, entity, name })
  return (
    <li>
      <time dateTime={latest.at}>{dayjs(latest.at).format('YYYY-MM-DD HH:mm')}</time>
      <span className={styles.what} title={what}>{what}</span>
      <span className={styles.aside}>{latest.actor}</span>
    </li>
  )
}
