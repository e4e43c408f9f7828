import { getRouteApi } from '@tanstack/react-router'
import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#renderer/app/session/use-me.ts'
import { PageHeader } from '#renderer/components/page-header.tsx'
import styles from '#renderer/publicity/publicity.module.css'
import { EventsPart } from './events/events-part.tsx'
import { RunButton } from './run-button.tsx'
import { SheetsPart } from './sheets-part.tsx'

const route = getRouteApi('/shell/warnings')

/** Warnings on their way, and what the e-supervision platform reported. */
export function WarningsPage() {
  const { t } = useTranslation('warnings')
  const { tab = 'sheets' } = route.useSearch()
  const navigate = route.useNavigate()
  const raises = useMay('warning.raise')
  const [raising, setRaising] = useState(false)
  return (
    <div className={styles.page} data-testid="warnings">
      <PageHeader title={t('title')}>
        {raises && tab === 'sheets' ? <><RunButton /><Button type="primary" disabled={raising} onClick={() => setRaising(true)} data-testid="raise-warning">{t('raise')}</Button></> : null}
      </PageHeader>
      <Tabs
        className={styles.tabs} activeKey={tab} items={(['sheets', 'events'] as const).map((key) => ({ key, label: t(`tab.${key}`) }))}
        onChange={(key) => { setRaising(false); void navigate({ search: key === 'events' ? { tab: 'events' } : {} }) }}
      />
      {tab === 'sheets' ? <SheetsPart raising={raising} onRaising={setRaising} /> : <div className={styles.main}><EventsPart /></div>}
    </div>
  )
}
