import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Scope } from '#shared/contract/publicity.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { SidePanel } from '#renderer/components/list/side-panel.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { Entries } from './entries.tsx'
import { ScopeFields } from './field.tsx'
import { HeadFields } from './head-fields.tsx'
import styles from './publicity.module.css'

interface Props {
  readonly start: { readonly days: number; readonly startsOn: string; readonly endsOn: string }
  readonly onDone: (id: string) => void
  readonly onClose: () => void
}

/** Draws a list up from what waits. */
export function ListForm({ start, onDone, onClose }: Props) {
  const { t } = useTranslation(['publicity', 'common'])
  const api = useApi()
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const organisation = useQuery(api.organisation.get.queryOptions()).data
  const [typed, setTitle] = useState<string>()
  const [place, setPlace] = useState('')
  const [period, setPeriod] = useState(start)
  const [scope, setScope] = useState<Scope>({ departmentIds: [], gradeCodes: [], powerIds: [] })
  const [except, setExcept] = useState<string[]>([])
  const waiting = useQuery(api.publicity.waiting.queryOptions({ input: { scope, limit: 100 } })).data
  const title = typed ?? (organisation === undefined || organisation === null ? '' : t('title.default', { organisation: organisation.name }))
  const left = waiting === undefined ? undefined : { total: waiting.total - except.length, rows: waiting.rows.filter(({ riskPointId }) => !except.includes(riskPointId)) }
  const reckon = async (startsOn: string, days: number) => {
    setPeriod({ ...period, startsOn, days })
    await refusals.attempt(async () => setPeriod({ startsOn, days, endsOn: (await client.publicity.period({ startsOn, days })).endsOn }))
  }
  const save = () => refusals.attempt(async () => {
    const { id } = await client.publicity.create({ title, place, startsOn: period.startsOn, endsOn: period.endsOn, scope, except })
    await refresh()
    onDone(id)
  })
  return (
    <SidePanel title={t('lists.new')} onClose={onClose} ready>
      <form className={styles.body} onSubmit={(event) => { event.preventDefault(); void save() }}>
        <div className={styles.form}>
          <HeadFields
            value={{ title, place, startsOn: period.startsOn, endsOn: period.endsOn }} days={period.days} onReckon={(startsOn, days) => void reckon(startsOn, days ?? start.days)}
            onChange={(part) => { if (part.title !== undefined) setTitle(part.title); if (part.place !== undefined) setPlace(part.place); if (part.endsOn !== undefined) setPeriod({ ...period, endsOn: part.endsOn }) }}
          />
          <ScopeFields value={scope} onChange={(next) => { setExcept([]); setScope(next) }} />
        </div>
        <h3>{t('entries')}</h3>
        <Entries page={left} onLeaveOut={(id) => setExcept([...except, id])} />
        <ErrorSentence failure={refusals.general} />
        <div className={styles.foot}>
          <Button type="primary" htmlType="submit" disabled={title.trim() === '' || (left?.total ?? 0) === 0} data-testid="create-list">{t('create', { count: left?.total ?? 0 })}</Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </form>
    </SidePanel>
  )
}
