import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '#shared/contract/people.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useMay, useMe } from '#renderer/app/session/use-me.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useFailureMessage, useRefusal } from '#renderer/components/use-refusal.ts'
import styles from '../people.module.css'
import { GrantsEditor } from './grants-editor.tsx'
import { useShowOneTimePassword } from './one-time-password.tsx'

/** What can be done with one account, by the officer whose it is to do. Nobody decides about himself. */
export function AccountPanel({ account }: { readonly account: Account }) {
  const { t } = useTranslation('people')
  const own = useMe()?.person?.id === account.id
  const keepsAccounts = useMay('account.edit')
  const givesRoles = useMay('role.edit')
  return (
    <aside className={styles.panel} aria-label={account.name} data-testid="account-panel">
      <h3>{account.name}</h3>
      {own && keepsAccounts ? <p className={styles.quiet}>{t('accounts.own')}</p> : null}
      {!own && keepsAccounts ? <AccountActions account={account} /> : null}
      {givesRoles ? <GrantsEditor account={account} own={own} /> : null}
    </aside>
  )
}

function AccountActions({ account }: { readonly account: Account }) {
  const { t } = useTranslation(['people', 'common'])
  const { modal, message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const tell = useFailureMessage()
  const show = useShowOneTimePassword()
  const { id, name } = account
  const attempt = async (work: () => Promise<string | undefined>) => {
    try {
      const done = await work()
      await refresh()
      if (done !== undefined) void message.success(done)
    } catch (error) {
      tell(error)
    }
  }
  const reset = () => attempt(async () => { show(name, (await client.people.reset({ id })).oneTimePassword); return undefined })
  const withdraw = () => attempt(async () => { await client.people.withdraw({ id }); return t('accounts.withdrawn', { name }) })
  const reinstate = () => attempt(async () => { await client.people.reinstate({ id }); return t('accounts.reinstated', { name }) })
  const ask = (what: 'reset' | 'withdraw', work: () => Promise<void>) => void modal.confirm({
    title: t(`accounts.${what}.title`, { name }), content: t(`accounts.${what}.text`), okText: t(`accounts.${what}`), okButtonProps: { danger: what === 'withdraw', 'data-testid': `${what}-do` },
    cancelText: t('common:cancel'), autoFocusButton: 'cancel', onOk: work,
  })
  if (account.state === 'withdrawn') return <div className={styles.buttons}><Button onClick={() => void reinstate()} data-testid="reinstate">{t('accounts.reinstate')}</Button></div>
  return (
    <>
      <Rename key={account.revision} account={account} />
      <div className={styles.buttons}>
        <Button onClick={() => ask('reset', reset)} data-testid="reset">{t('accounts.reset')}</Button>
        <Button danger onClick={() => ask('withdraw', withdraw)} data-testid="withdraw-account">{t('accounts.withdraw')}</Button>
      </div>
    </>
  )
}

function Rename({ account }: { readonly account: Account }) {
  const { t } = useTranslation('people')
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const [name, setName] = useState(account.name)
  const rename = () => refusals.attempt(async () => {
    await client.people.rename({ id: account.id, revision: account.revision, name: name.trim() })
    await refresh()
    void message.success(t('accounts.renamed'))
  })
  return (
    <form onSubmit={(event) => { event.preventDefault(); void rename() }}>
      <div className={styles.rename}>
        <Input value={name} maxLength={100} aria-label={t('accounts.name')} onChange={(event) => { refusals.clear(); setName(event.target.value) }} data-testid="rename" />
        <Button htmlType="submit" disabled={name.trim() === '' || name.trim() === account.name}>{t('accounts.rename')}</Button>
      </div>
      <ErrorSentence failure={refusals.general} />
    </form>
  )
}
