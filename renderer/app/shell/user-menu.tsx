import { LogoutOutlined, UserOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AccountDialog } from '#renderer/people/account-dialog.tsx'
import { useSignOut } from '#renderer/people/use-sign-out.ts'
import { useMe } from '#renderer/app/session/use-me.ts'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import styles from './top-bar.module.css'

/** Who is signed in and what for; the way to the own account and out. */
export function UserMenu() {
  const { t } = useTranslation(['people', 'shell', 'common'])
  const me = useMe()
  const signOut = useSignOut()
  const tell = useFailureMessage()
  const [open, setOpen] = useState(false)
  if (me === undefined || me.person === null) return null
  const roles = me.grants.map(({ role }) => t(`role.${role}`)).join(t('common:listSeparator'))
  const items = [
    { key: 'account', icon: <UserOutlined />, label: t('account.menu'), onClick: () => setOpen(true) },
    { key: 'sign-out', icon: <LogoutOutlined />, label: <span data-testid="sign-out">{t('account.sign-out')}</span>, onClick: () => { signOut().catch(tell) } },
  ]
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button type="text" icon={<UserOutlined />} title={`${t('shell:user')} · ${roles}`} data-testid="user">
          <span className={styles.person}>{me.person.name}</span><span className={styles.roles}>{roles}</span>
        </Button>
      </Dropdown>
      <AccountDialog me={me} open={open} onClose={() => setOpen(false)} />
    </>
  )
}
