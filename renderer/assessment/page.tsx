import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { usePreference } from '#renderer/app/preferences.ts'
import { PageHeader } from '#renderer/components/page-header.tsx'
import styles from '#renderer/publicity/publicity.module.css'
import { CampaignsPart } from './campaigns-part.tsx'
import { TemplatesPart } from './templates/templates-part.tsx'

const tabSchema = z.enum(['campaigns', 'templates'])

/** The yearly assessment of the control work: what was assessed, and the templates it is assessed by. */
export function AssessmentPage() {
  const { t } = useTranslation('assessment')
  const [tab, choose] = usePreference('assessment.tab', tabSchema, 'campaigns')
  return (
    <div className={styles.page} data-testid="assessment">
      <PageHeader title={t('title')} />
      <Tabs className={styles.tabs} activeKey={tab} onChange={(key) => choose(tabSchema.catch('campaigns').parse(key))} items={tabSchema.options.map((key) => ({ key, label: t(`tab.${key}`) }))} />
      <div className={styles.main}>{tab === 'campaigns' ? <CampaignsPart /> : <TemplatesPart />}</div>
    </div>
  )
}
