import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '#renderer/app/connection.tsx'
import { localTime } from '#renderer/app/local-time.ts'
import { useTakeUp } from '#renderer/app/session/use-take-up.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { EntryPage } from './entry-page.tsx'
import styles from './entry.module.css'
import { PasswordField } from './password-field.tsx'

/** Who uses this register says who he is. What is refused leaves the name and takes the password away. */
export function SignInPage({ organisation }: { readonly organisation: string }) {
  const { t } = useTranslation('people')
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState<'name' | 'password'>()
  const signIn = useSignIn()
  const submit = async () => {
    const lacking = name.trim() === '' ? 'name' : password === '' ? 'password' : undefined
    setMissing(lacking)
    if (lacking !== undefined) { document.getElementById(`sign-in-${lacking}`)?.focus(); return }
    if (await signIn.attempt(name, password)) return
    setPassword('')
    document.getElementById('sign-in-password')?.focus()
  }
  return (
    <EntryPage name="sign-in">
      <main className={styles.card}>
        <h1>{organisation}</h1>
        <p>{t('sign-in.title')}</p>
        <Form layout="vertical" requiredMark={false} onFinish={() => { void submit() }}>
          <Form.Item label={t('sign-in.name')} htmlFor="sign-in-name">
            <Input id="sign-in-name" autoFocus autoComplete="username" value={name} maxLength={200} onChange={(event) => setName(event.target.value)} data-testid="sign-in-name" />
            {missing === 'name' ? <p className={styles.missing} role="alert">{t('sign-in.name-missing')}</p> : null}
          </Form.Item>
          <PasswordField id="sign-in-password" label={t('sign-in.password')} autoComplete="current-password" value={password} onChange={setPassword}>
            {missing === 'password' ? <p className={styles.missing} role="alert">{t('sign-in.password-missing')}</p> : null}
          </PasswordField>
          <ErrorSentence failure={signIn.failure} />
          <div className={styles.actions}><Button type="primary" htmlType="submit" loading={signIn.busy} data-testid="sign-in-submit">{t('sign-in.submit')}</Button></div>
        </Form>
        <p className={styles.quiet}>{t('sign-in.forgotten')}</p>
      </main>
    </EntryPage>
  )
}

function useSignIn() {
  const { t } = useTranslation('people')
  const { message } = App.useApp()
  const client = useClient()
  const takeUp = useTakeUp()
  const refusals = useRefusal()
  const [busy, setBusy] = useState(false)
  const attempt = async (name: string, password: string): Promise<boolean> => {
    setBusy(true)
    const done = await refusals.attempt(async () => {
      const { at, failures } = await client.people.signIn({ name, password })
      await takeUp()
      if (at === null) void message.info(t('welcome.first', { name: name.trim() }))
      else if (failures === 0) void message.info(t('welcome.last', { time: localTime(at) }))
      else void message.warning({ content: t('welcome.failures', { time: localTime(at), failures }), duration: 15 })
    })
    setBusy(false)
    return done
  }
  return { attempt, busy, failure: refusals.general }
}
