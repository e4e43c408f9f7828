import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Me } from '#shared/contract/people.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { localTime } from '#renderer/app/local-time.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { ChangePasswordForm } from './change-password-form.tsx'
import styles from './entry.module.css'

/** One's own account: roles, last sign-in, password. */
export function AccountDialog({ me, open, onClose }: { readonly me: Me; readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('people')
  const name = me.person?.name ?? ''
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('account.title')} width={520} destroyOnHidden>
      <div data-testid="account">
        <dl className={styles.facts}>
          <dt>{t('sign-in.name')}</dt><dd>{name}</dd>
          <dt>{t('account.roles')}</dt><dd><ul>{me.grants.map(({ role, departments }) => <li key={role}>{t(`role.${role}`)}<Reach departments={departments} /></li>)}</ul></dd>
          <dt>{t('account.last')}</dt><dd data-testid="last-sign-in"><LastSignIn last={me.lastSignIn} /></dd>
        </dl>
        <section className={styles.part} aria-labelledby="account-password">
          <h3 id="account-password">{t('password.change')}</h3>
          <ChangePasswordForm name={name} submitLabel={t('password.change')} onChanged={onClose} />
        </section>
      </div>
    </Modal>
  )
}

function LastSignIn({ last }: { readonly last: Me['lastSignIn'] }) {
  const { t } = useTranslation('people')
  if (last === null || last.at === null) return t('account.last.never')
  return (
    <>
      {t('account.last.at', { time: localTime(last.at) })}<br />
      {last.failures === 0 ? t('account.last.clean') : <span className={styles.warned}>{t('account.last.failures', { failures: last.failures })}</span>}
    </>
  )
}

/** Departments by name where the person may read names, else only how many. */
function Reach({ departments }: { readonly departments: 'all' | readonly string[] }) {
  const { t } = useTranslation('people')
  const api = useApi()
  const { data } = useQuery({ ...api.organisation.departments.queryOptions(), enabled: useMay('terms.read') && departments !== 'all' })
  if (departments === 'all') return ` · ${t('reach.all')}`
  return ` · ${departments.map((id) => data?.find((department) => department.id === id)?.name ?? '…').join('、')}`
}
