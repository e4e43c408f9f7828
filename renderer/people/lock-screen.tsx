import { useQueryClient } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { flushPreferences } from '#renderer/app/preferences.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import styles from './entry.module.css'
import { PasswordField } from './password-field.tsx'
import { useSignOut } from './use-sign-out.ts'

/**
 * Lies over everything, dialogs and menus included: a native dialog in the browser's top layer, which takes the rest
 * out of reach of keyboard and pointer without touching it.
 */
export function LockScreen({ name }: { readonly name: string }) {
  const { t } = useTranslation('people')
  const queries = useQueryClient()
  const api = useApi()
  const client = useClient()
  const refusals = useRefusal()
  const signOut = useSignOut()
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const open = useCallback((dialog: HTMLDialogElement | null) => { if (dialog?.open === false) dialog.showModal() }, [])
  const unlock = async () => {
    setBusy(true)
    const done = await refusals.attempt(() => client.people.unlock({ password }))
    setBusy(false)
    setPassword('')
    if (!done) return
    // What was typed while the lock fell was refused; it is kept before anything is read again.
    await flushPreferences(client)
    await queries.invalidateQueries()
  }
  return (
    // A second Escape closes even a dialog that does not want to be; then it is opened again.
    <dialog ref={open} className={styles.lock} aria-labelledby="lock-title" onCancel={(event) => event.preventDefault()} onClose={(event) => event.currentTarget.showModal()} data-testid="lock">
      <main className={styles.card}>
        <h1 id="lock-title">{t('lock.title')}</h1>
        <p>{t('lock.text')}</p>
        <Form layout="vertical" requiredMark={false} onFinish={() => { void unlock() }}>
          <PasswordField id="lock-password" label={name} autoComplete="current-password" autoFocus value={password} onChange={setPassword} />
          <ErrorSentence failure={refusals.general} />
          <div className={styles.actions}>
            <Button type="primary" htmlType="submit" loading={busy} disabled={password === ''} data-testid="unlock">{t('lock.submit')}</Button>
            <Button onClick={() => { void refusals.attempt(async () => { await signOut(); await queries.invalidateQueries({ queryKey: api.people.me.queryKey() }) }) }} data-testid="lock-other">{t('lock.other')}</Button>
          </div>
        </Form>
        <p className={styles.quiet}>{t('lock.other.hint')}</p>
      </main>
    </dialog>
  )
}
