import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '#shared/contract/people.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { localTime } from '#renderer/app/local-time.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import styles from '../people.module.css'
import { AccountPanel } from './account-panel.tsx'
import { AddAccount } from './add-account.tsx'
import { useReachText } from './use-reach-text.ts'

/** All accounts, the chosen one beside them. */
export function AccountsPart() {
  const { t } = useTranslation('people')
  const api = useApi()
  const keeps = useMay('account.edit')
  const { data } = useQuery(api.people.accounts.queryOptions())
  const [selected, select] = useState<string>()
  const account = data?.find(({ id }) => id === selected) ?? data?.[0]
  return (
    <>
      <p className={styles.intro}>{t(keeps ? 'accounts.text.system' : 'accounts.text.security')}</p>
      <div className={styles.pair} data-testid="accounts" data-ready={data !== undefined}>
        <div className={styles.list}>
          <table className={styles.table}>
            <thead><tr><th scope="col">{t('accounts.name')}</th><th scope="col">{t('accounts.roles')}</th><th scope="col">{t('accounts.state')}</th><th scope="col">{t('accounts.last')}</th></tr></thead>
            <tbody>{data?.map((one) => <AccountRow key={one.id} account={one} selected={one.id === account?.id} onSelect={select} />)}</tbody>
          </table>
          {keeps ? <AddAccount onAdded={select} /> : null}
        </div>
        {account === undefined ? null : <AccountPanel key={account.id} account={account} />}
      </div>
    </>
  )
}

function AccountRow({ account, selected, onSelect }: { readonly account: Account; readonly selected: boolean; readonly onSelect: (id: string) => void }) {
  const { t } = useTranslation('people')
  const reach = useReachText()
  return (
    <tr data-selected={selected} data-state={account.state} onClick={() => onSelect(account.id)} data-testid="account-row">
      <td><button type="button" className={styles.pick} aria-pressed={selected} onClick={() => onSelect(account.id)}>{account.name}</button></td>
      <td>{account.grants.length === 0 ? <span className={styles.quiet}>{t('roles.none')}</span> : (
        <ul className={styles.roles}>{account.grants.map((grant) => <li key={grant.id}>{t(`role.${grant.role}`)} <span className={styles.quiet}>{reach(grant)}</span></li>)}</ul>
      )}</td>
      <td className={styles.narrow}><AccountState account={account} /></td>
      <td className={styles.narrow}>{account.lastSignInAt === null ? <span className={styles.quiet}>{t('accounts.none-yet')}</span> : localTime(account.lastSignInAt)}</td>
    </tr>
  )
}

function AccountState({ account: { state, mustChange, lockedUntil } }: { readonly account: Account }) {
  const { t } = useTranslation('people')
  if (state === 'withdrawn') return t('state.withdrawn')
  if (lockedUntil !== null) return <span className={styles.warned}>{t('state.locked', { time: localTime(lockedUntil) })}</span>
  return t(mustChange ? 'state.must-change' : 'state.in-force')
}
