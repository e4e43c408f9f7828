import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { usePreference } from '#renderer/app/preferences.ts'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { ChangesPart } from './changes-part.tsx'
import { FilingPart } from './filing-part.tsx'
import { ListsPart } from './lists-part.tsx'
import styles from './publicity.module.css'

const tabSchema = z.enum(['publicity', 'filing', 'changes'])
const parts = { publicity: ListsPart, filing: FilingPart, changes: ChangesPart } as const

/** What was determined on its way out: posted for objections, filed with the higher office, accounted for by the month. */
export function PublicityPage() {
  const { t } = useTranslation('publicity')
  const [tab, choose] = usePreference('publicity.tab', tabSchema, 'publicity')
  const Part = parts[tab]
  return (
    <div className={styles.page} data-testid="publicity">
      <PageHeader title={t('title')} />
      <Tabs className={styles.tabs} activeKey={tab} onChange={(key) => choose(tabSchema.catch('publicity').parse(key))} items={tabSchema.options.map((key) => ({ key, label: t(`tab.${key}`) }))} />
      <div className={styles.main}><Part /></div>
    </div>
  )
}
