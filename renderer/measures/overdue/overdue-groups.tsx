import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { useApi } from '#renderer/app/connection.tsx'
import { usePreference } from '#renderer/app/preferences.ts'
import styles from '../measures.module.css'
import type { MeasuresSearch } from '../search.ts'

const bySchema = z.enum(['department', 'owner'])

interface Group { readonly id: string; readonly name: string; readonly measures: number; readonly mostDaysLate: number }
type Narrowing = Pick<MeasuresSearch, 'department' | 'ownerPost' | 'ownerName' | 'hasOwner'>

interface Props { readonly search: MeasuresSearch; readonly onSearch: (change: Record<string, unknown>) => void }

/** Where what is overdue lies, the longest overdue first; choosing one narrows the list to it, choosing it again widens the list. */
export function OverdueGroups({ search, onSearch }: Props) {
  const { t } = useTranslation(['measures', 'common'])
  const api = useApi()
  const [by, setBy] = usePreference('measures.overdue.by', bySchema, 'department')
  const { data } = useQuery(api.measures.overdue.queryOptions({ input: { by } }))
  const narrow = (group: Group): Narrowing => (by === 'department' ? { department: [group.id] } : narrowToOwner(group))
  return (
    <section className={styles.groups} aria-label={t('overdue.groups')} data-testid="overdue-groups" data-ready={data !== undefined}>
      <div className={styles.groupsHead}>
        <Segmented<z.infer<typeof bySchema>> block size="small" value={by} onChange={setBy} options={bySchema.options.map((value) => ({ value, label: t(`overdue.by.${value}`) }))} />
      </div>
      <ul className={styles.groupList}>
        {data?.groups.map((group) => {
          const chosen = isChosen(search, narrow(group))
          return (
            <li key={`${group.id} ${group.name}`}>
              <button type="button" aria-pressed={chosen} onClick={() => onSearch({ ...everywhere, ...(chosen ? {} : narrow(group)) })} data-testid="overdue-group">
                <span>{group.name === '' ? t('common:none') : group.name}</span><b>{group.measures}</b>
                <small>{t('overdue.most', { count: group.mostDaysLate })}</small>
              </button>
            </li>
          )
        })}
      </ul>
      {data !== undefined && data.total > data.groups.length ? <p className={styles.groupNote}>{t('overdue.more', { shown: data.groups.length, total: data.total })}</p> : null}
    </section>
  )
}

const everywhere: Record<keyof Narrowing, undefined> = { department: undefined, ownerPost: undefined, ownerName: undefined, hasOwner: undefined }

function narrowToOwner({ id, name }: Group): Narrowing {
  if (id !== '') return { ownerPost: [id] }
  return name === '' ? { hasOwner: false } : { ownerName: name, ownerPost: [''] }
}

const isChosen = (search: MeasuresSearch, wanted: Narrowing): boolean =>
  (Object.keys(everywhere) as (keyof Narrowing)[]).every((name) => JSON.stringify(search[name]) === JSON.stringify(wanted[name]))
