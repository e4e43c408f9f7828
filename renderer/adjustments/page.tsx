import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { usePreference } from '#renderer/app/preferences.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { PageHeader } from '#renderer/components/page-header.tsx'
import styles from '#renderer/publicity/publicity.module.css'
import { AdjustmentForm } from './adjustment-form.tsx'
import { RecordsPart } from './records-part.tsx'
import { TasksPart } from './tasks-part.tsx'

const tabSchema = z.enum(['tasks', 'records'])

/** What changed around the register, and what has to be done again because of it. */
export function AdjustmentsPage() {
  const { t } = useTranslation('adjustments')
  const records = useMay('adjustment.record')
  const [tab, choose] = usePreference('adjustments.tab', tabSchema, 'tasks')
  const [adding, setAdding] = useState(false)
  const [only, setOnly] = useState<{ id: string; title: string }>()
  const showTasks = (adjustment: { id: string; title: string }) => { setOnly(adjustment); setAdding(false); choose('tasks') }
  return (
    <div className={styles.page} data-testid="adjustments">
      <PageHeader title={t('title')}>{records ? <Button type="primary" disabled={adding} onClick={() => setAdding(true)} data-testid="new-adjustment">{t('new')}</Button> : null}</PageHeader>
      <Tabs className={styles.tabs} activeKey={tab} onChange={(key) => choose(tabSchema.catch('tasks').parse(key))} items={tabSchema.options.map((key) => ({ key, label: t(`tab.${key}`) }))} />
      <div className={styles.main}>
        {tab === 'tasks' ? <TasksPart only={only} onEverything={() => setOnly(undefined)} /> : <RecordsPart onTasks={showTasks} />}
        {adding ? <AdjustmentForm onClose={() => setAdding(false)} onRecorded={showTasks} /> : null}
      </div>
    </div>
  )
}
