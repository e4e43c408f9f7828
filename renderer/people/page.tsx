import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { usePreference } from '#renderer/app/preferences.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { AccountsPart } from './accounts/accounts-part.tsx'
import { HoldingsPart } from './holdings/holdings-part.tsx'
import styles from './people.module.css'
import { RulesPart } from './rules-part.tsx'

const tabSchema = z.enum(['accounts', 'holdings', 'rules'])

/** Who has an account, what for, and which posts they hold: each officer sees what is his to decide. */
export function PeoplePage() {
  const { t } = useTranslation('people')
  const keepsAccounts = useMay('account.edit')
  const keepsRules = useMay('security.edit')
  const [chosen, choose] = usePreference('people.tab', tabSchema, 'accounts')
  const items = [
    { key: 'accounts', label: t('tab.accounts'), children: <AccountsPart /> },
    ...(keepsAccounts ? [{ key: 'holdings', label: t('tab.holdings'), children: <HoldingsPart /> }] : []),
    ...(keepsRules ? [{ key: 'rules', label: t('tab.rules'), children: <RulesPart /> }] : []),
  ]
  return (
    <div className={styles.page} data-testid="people">
      <PageHeader title={t('title')} />
      <Tabs className={styles.tabs} items={items} activeKey={items.some(({ key }) => key === chosen) ? chosen : 'accounts'} onChange={(key) => choose(tabSchema.catch('accounts').parse(key))} destroyOnHidden />
    </div>
  )
}
