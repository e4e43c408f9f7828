import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Scope } from '#shared/contract/publicity.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { SidePanel } from '#renderer/components/list/side-panel.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { Entries } from './entries.tsx'
import { DayField, Field, ScopeFields } from './field.tsx'
import styles from './publicity.module.css'

interface Props { readonly start: { readonly recipient: string; readonly datedOn: string }; readonly onDone: (id: string) => void; readonly onClose: () => void }

/** Draws a filing sheet up from what waits. */
export function FilingForm({ start, onDone, onClose }: Props) {
  const { t } = useTranslation(['publicity', 'common'])
  const api = useApi()
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const organisation = useQuery(api.organisation.get.queryOptions()).data
  const [typed, setTitle] = useState<string>()
  const [head, setHead] = useState({ ...start, documentNumber: '' })
  const [scope, setScope] = useState<Scope>({ departmentIds: [], gradeCodes: [], powerIds: [] })
  const [except, setExcept] = useState<string[]>([])
  const waiting = useQuery(api.filing.waiting.queryOptions({ input: { scope, limit: 100 } })).data
  const title = typed ?? (organisation === undefined || organisation === null ? '' : t('filing.title.default', { organisation: organisation.name }))
  const left = waiting === undefined ? undefined : { total: waiting.total - except.length, rows: waiting.rows.filter(({ riskPointId }) => !except.includes(riskPointId)) }
  const save = () => refusals.attempt(async () => {
    const { id } = await client.filing.create({ title, documentNumber: head.documentNumber, recipient: head.recipient, datedOn: head.datedOn, scope, except })
    await refresh()
    onDone(id)
  })
  return (
    <SidePanel title={t('filing.new')} onClose={onClose} ready>
      <form className={styles.body} onSubmit={(event) => { event.preventDefault(); void save() }}>
        <div className={styles.form}>
          <Field label={t('field.title')} required>{(id) => <Input id={id} autoFocus value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} data-testid="sheet-title" />}</Field>
          <Field label={t('filing.field.number')}>{(id) => <Input id={id} value={head.documentNumber} maxLength={100} onChange={(event) => setHead({ ...head, documentNumber: event.target.value })} data-testid="sheet-number" />}</Field>
          <Field label={t('filing.field.recipient')} required>{(id) => <Input id={id} value={head.recipient} maxLength={200} onChange={(event) => setHead({ ...head, recipient: event.target.value })} data-testid="sheet-recipient" />}</Field>
          <Field label={t('filing.field.datedOn')}>{(id) => <DayField id={id} label={t('filing.field.datedOn')} value={head.datedOn} onChange={(datedOn) => setHead({ ...head, datedOn })} />}</Field>
          <ScopeFields value={scope} onChange={(next) => { setExcept([]); setScope(next) }} />
        </div>
        <h3>{t('entries')}</h3>
        <Entries page={left} onLeaveOut={(id) => setExcept([...except, id])} />
        <ErrorSentence failure={refusals.general} />
        <div className={styles.foot}>
          <Button type="primary" htmlType="submit" disabled={title.trim() === '' || head.recipient.trim() === '' || (left?.total ?? 0) === 0} data-testid="create-sheet">{t('create', { count: left?.total ?? 0 })}</Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </form>
    </SidePanel>
  )
}
