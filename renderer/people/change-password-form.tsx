import { App, Button, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { passwordFaultsOf } from '#shared/model/people/password-rules.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import styles from './entry.module.css'
import { PasswordField, PasswordRules } from './password-field.tsx'

interface Props { readonly name: string; readonly submitLabel: string; readonly onChanged: () => Promise<void> | void }

/** The present password and a new one, whose rules are ticked off while it is typed. */
export function ChangePasswordForm({ name, submitLabel, onChanged }: Props) {
  const { t } = useTranslation('people')
  const { message } = App.useApp()
  const client = useClient()
  const refusals = useRefusal()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const ready = current !== '' && passwordFaultsOf(password, name).length === 0
  const submit = async () => {
    setBusy(true)
    const done = await refusals.attempt(() => client.people.changePassword({ current, password }))
    setBusy(false)
    if (!done) return
    setCurrent('')
    setPassword('')
    void message.success(t('password.changed'))
    await onChanged()
  }
  return (
    <Form layout="vertical" requiredMark={false} onFinish={() => { if (ready) void submit() }} data-testid="change-password">
      <PasswordField id="password-current" label={t('password.current')} autoComplete="current-password" value={current} onChange={setCurrent} />
      <PasswordField id="password-new" label={t('password.new')} autoComplete="new-password" value={password} onChange={setPassword}>
        <PasswordRules password={password} name={name} />
      </PasswordField>
      <ErrorSentence failure={refusals.general} />
      <div className={styles.actions}><Button type="primary" htmlType="submit" loading={busy} disabled={!ready} data-testid="change-password-submit">{submitLabel}</Button></div>
    </Form>
  )
}
