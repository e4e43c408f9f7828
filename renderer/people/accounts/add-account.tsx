import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import styles from '../people.module.css'
import { useShowOneTimePassword } from './one-time-password.tsx'

/** A new account: the name is all it takes, its password is made and shown once. */
export function AddAccount({ onAdded }: { readonly onAdded: (id: string) => void }) {
  const { t } = useTranslation('people')
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const show = useShowOneTimePassword()
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const add = async () => {
    setBusy(true)
    await refusals.attempt(async () => {
      const { id, oneTimePassword } = await client.people.create({ name: name.trim() })
      await refresh()
      onAdded(id)
      setName('')
      show(name.trim(), oneTimePassword)
    })
    setBusy(false)
  }
  return (
    <form className={styles.line} onSubmit={(event) => { event.preventDefault(); if (name.trim() !== '') void add() }}>
      <label htmlFor="add-account">{t('accounts.add')}</label>
      <Input id="add-account" style={{ width: 260 }} value={name} maxLength={100} placeholder={t('accounts.add.hint')} onChange={(event) => { refusals.clear(); setName(event.target.value) }} data-testid="add-account" />
      <Button htmlType="submit" loading={busy} disabled={name.trim() === ''} data-testid="add-account-submit">{t('accounts.add')}</Button>
      <ErrorSentence failure={refusals.general} />
    </form>
  )
}
