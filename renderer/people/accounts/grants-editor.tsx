import { useQuery } from '@tanstack/react-query'
import { App, Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '#shared/contract/people.ts'
import { mayBeJoined, reachesDepartments } from '#shared/model/people/role-rules.ts'
import { grantableRoles } from '#shared/model/roles.ts'
import type { GrantableRole } from '#shared/model/roles.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { localTime } from '#renderer/app/local-time.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useFailureMessage, useRefusal } from '#renderer/components/use-refusal.ts'
import styles from '../people.module.css'
import { useReachText } from './use-reach-text.ts'

/** The roles of one account: those given, and a line to give another. */
export function GrantsEditor({ account, own }: { readonly account: Account; readonly own: boolean }) {
  const { t } = useTranslation('people')
  const why = own ? t('grants.own') : account.state === 'withdrawn' ? t('grants.withdrawn') : undefined
  return (
    <section aria-labelledby="grants-of-account">
      <h4 id="grants-of-account">{t('grants.title')}</h4>
      {account.grants.length === 0 ? <p className={styles.quiet}>{t('roles.none')}</p> : (
        <ul className={styles.grants}>{account.grants.map((grant) => <Grant key={grant.id} grant={grant} name={account.name} fixed={why !== undefined} />)}</ul>
      )}
      {why === undefined ? <GiveRole account={account} /> : <p className={styles.quiet}>{why}</p>}
    </section>
  )
}

function Grant({ grant, name, fixed }: { readonly grant: Account['grants'][number]; readonly name: string; readonly fixed: boolean }) {
  const { t } = useTranslation(['people', 'common'])
  const { modal, message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const tell = useFailureMessage()
  const reach = useReachText()
  const role = t(`role.${grant.role}`)
  const end = async () => {
    try {
      await client.people.endGrant({ id: grant.id })
      await refresh()
      void message.success(t('grants.ended'))
    } catch (error) {
      tell(error)
    }
  }
  const ask = () => void modal.confirm({ title: t('grants.end.title', { name, role }), content: t('grants.end.text'), okText: t('grants.end'), okButtonProps: { danger: true, 'data-testid': 'end-grant-do' }, cancelText: t('common:cancel'), autoFocusButton: 'cancel', onOk: end })
  return (
    <li data-testid="grant">
      <span><b>{role}</b> {reach(grant)}</span>
      {fixed ? null : <Button size="small" onClick={ask} data-testid="end-grant">{t('grants.end')}</Button>}
      <small>{t('grants.by', { by: grant.grantedBy, time: localTime(grant.grantedAt) })}</small>
    </li>
  )
}

function GiveRole({ account }: { readonly account: Account }) {
  const { t } = useTranslation('people')
  const { message } = App.useApp()
  const api = useApi()
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const { data } = useQuery(api.organisation.departments.queryOptions())
  const [role, setRole] = useState<GrantableRole>()
  const [whole, setWhole] = useState(false)
  const [departments, setDepartments] = useState<string[]>([])
  const standing = account.grants.map((grant) => grant.role)
  const choices = grantableRoles.filter((one) => mayBeJoined([...standing, one]))
  const limited = role !== undefined && reachesDepartments(role)
  const give = async () => {
    if (role === undefined) return
    const done = await refusals.attempt(() => client.people.grant({ personId: account.id, role, departments: limited && !whole ? departments : 'all' }))
    if (!done) return
    setRole(undefined)
    setDepartments([])
    await refresh()
    void message.success(t('grants.given'))
  }
  return (
    <div className={styles.give}>
      <Select value={role} placeholder={t('grants.role')} aria-label={t('grants.role')} options={choices.map((value) => ({ value, label: t(`role.${value}`), title: t(`role-note.${value}`) }))} onChange={(value) => { refusals.clear(); setRole(value) }} data-testid="grant-role" />
      {role === undefined ? null : <span className={styles.quiet}>{t(`role-note.${role}`)}</span>}
      {limited ? (
        <>
          <Select
            mode="multiple" disabled={whole} value={departments} placeholder={t('grants.choose')} aria-label={t('grants.departments')} showSearch={{ optionFilterProp: 'label' }}
            options={(data ?? []).map(({ id, name }) => ({ value: id, label: name }))} onChange={setDepartments} data-testid="grant-departments"
          />
          <Checkbox checked={whole} onChange={(event) => setWhole(event.target.checked)}>{t('reach.all')}</Checkbox>
        </>
      ) : null}
      <ErrorSentence failure={refusals.general} />
      <div><Button type="primary" disabled={role === undefined || (limited && !whole && departments.length === 0)} onClick={() => { void give() }} data-testid="give-role">{t('grants.give')}</Button></div>
    </div>
  )
}
