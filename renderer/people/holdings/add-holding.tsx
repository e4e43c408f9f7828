import { useQuery } from '@tanstack/react-query'
import { App, Button, Checkbox, DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import styles from '../people.module.css'

interface Draft { readonly postId?: string | undefined; readonly personId?: string | undefined; readonly since: string; readonly alongside: boolean }
const blank = (): Draft => ({ since: dayjs().format('YYYY-MM-DD'), alongside: false })

/** A line that says who takes a post up. */
export function AddHolding() {
  const { t } = useTranslation('people')
  const { message } = App.useApp()
  const api = useApi()
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const posts = useQuery(api.organisation.posts.queryOptions({ input: {} }))
  const departments = useQuery(api.organisation.departments.queryOptions())
  const accounts = useQuery(api.people.accounts.queryOptions())
  const [draft, setDraft] = useState(blank)
  const change = (part: Partial<Draft>) => { refusals.clear(); setDraft({ ...draft, ...part }) }
  const { postId, personId, since, alongside } = draft
  const overlaps = refusals.general?.kind === 'refused' && refusals.general.code === 'holding.overlaps'
  const save = async () => {
    if (postId === undefined || personId === undefined) return
    const done = await refusals.attempt(() => client.people.assignPost({ postId, personId, since, alongside }))
    if (!done) return
    setDraft(blank())
    await refresh()
    void message.success(t('holdings.saved'))
  }
  const department = (id: string) => departments.data?.find((one) => one.id === id)?.name ?? ''
  return (
    <form className={styles.line} onSubmit={(event) => { event.preventDefault(); void save() }}>
      <label htmlFor="holding-post">{t('holdings.add')}</label>
      <Select
        id="holding-post" style={{ width: 230 }} value={postId} placeholder={t('holdings.post')} showSearch={{ optionFilterProp: 'label' }} data-testid="holding-post"
        options={(posts.data ?? []).map((post) => ({ value: post.id, label: `${department(post.departmentId)} · ${post.name}` }))} onChange={(value: string) => change({ postId: value })}
      />
      <Select
        style={{ width: 180 }} value={personId} placeholder={t('holdings.person')} aria-label={t('holdings.person')} showSearch={{ optionFilterProp: 'label' }} data-testid="holding-person"
        options={(accounts.data ?? []).filter(({ state }) => state === 'in-force').map(({ id, name }) => ({ value: id, label: name }))} onChange={(value: string) => change({ personId: value })}
      />
      <DatePicker value={dayjs(since)} allowClear={false} aria-label={t('holdings.since')} onChange={(date: dayjs.Dayjs | null) => change({ since: date?.format('YYYY-MM-DD') ?? since })} data-testid="holding-since" />
      <Button type="primary" htmlType="submit" disabled={postId === undefined || personId === undefined} data-testid="holding-save">{t('holdings.add')}</Button>
      {overlaps || alongside ? <Checkbox checked={alongside} onChange={(event) => setDraft({ ...draft, alongside: event.target.checked })} data-testid="holding-alongside">{t('holdings.alongside')}</Checkbox> : null}
      <ErrorSentence failure={refusals.general} />
    </form>
  )
}
