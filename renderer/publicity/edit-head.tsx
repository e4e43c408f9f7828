import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublicityList } from '#shared/contract/publicity.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { HeadFields } from './head-fields.tsx'
import type { ListHead } from './head-fields.tsx'
import styles from './publicity.module.css'

/** Title, place and period of a list that has not been posted yet. */
export function EditHead({ list, onDone }: { readonly list: PublicityList; readonly onDone: () => void }) {
  const { t } = useTranslation(['publicity', 'common'])
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const [head, setHead] = useState<ListHead>({ title: list.title, place: list.place, startsOn: list.startsOn, endsOn: list.endsOn })
  const [days, setDays] = useState<number | null>(null)
  const change = (part: Partial<ListHead>) => { refusals.clear(); setHead({ ...head, ...part }) }
  const reckon = async (startsOn: string, count: number | null) => {
    setDays(count)
    change({ startsOn })
    if (count !== null) await refusals.attempt(async () => { const { endsOn } = await client.publicity.period({ startsOn, days: count }); change({ startsOn, endsOn }) })
  }
  const save = async () => {
    const done = await refusals.attempt(() => client.publicity.change({ id: list.id, revision: list.revision, ...head }))
    await refresh()
    if (done) onDone()
  }
  return (
    <form className={styles.card} onSubmit={(event) => { event.preventDefault(); void save() }} data-testid="edit-list">
      <div className={styles.form}><HeadFields value={head} days={days} onChange={change} onReckon={(startsOn, count) => void reckon(startsOn, count)} /></div>
      <ErrorSentence failure={refusals.general} />
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" disabled={head.title.trim() === ''} data-testid="save-list">{t('lists.save')}</Button>
        <Button onClick={onDone}>{t('common:cancel')}</Button>
      </div>
    </form>
  )
}
