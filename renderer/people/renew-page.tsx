import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useTakeUp } from '#renderer/app/session/use-take-up.ts'
import { ChangePasswordForm } from './change-password-form.tsx'
import { EntryPage } from './entry-page.tsx'
import styles from './entry.module.css'
import { useSignOut } from './use-sign-out.ts'

/** A password somebody else has chosen is changed before anything else. */
export function RenewPage({ name }: { readonly name: string }) {
  const { t } = useTranslation('people')
  const takeUp = useTakeUp()
  const signOut = useSignOut()
  return (
    <EntryPage name="renew">
      <main className={styles.card}>
        <h1>{t('renew.title')}</h1>
        <p>{t('renew.text', { name })}</p>
        <ChangePasswordForm name={name} submitLabel={t('renew.submit')} onChanged={takeUp} />
        <p className={styles.quiet}><Button type="link" size="small" onClick={() => { void signOut() }}>{t('lock.other')}</Button></p>
      </main>
    </EntryPage>
  )
}
