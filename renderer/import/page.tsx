import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/app/connection.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { BatchHistory } from './batch-history.tsx'
import { DropPlace } from './drop-place.tsx'
import { FileList } from './file-list.tsx'
import { FileView } from './file-view.tsx'
import { FirstFiles } from './first-files.tsx'
import styles from './import.module.css'
import { RememberedView } from './remembered/remembered-view.tsx'
import { TemplateDialog } from './template-dialog.tsx'
import { useImportSession } from './use-import-session.ts'

/** Workbooks in: what each file would change is shown before anything changes, and an import can be taken back. */
export function ImportPage() {
  const { t } = useTranslation(['exchange', 'shell'])
  const api = useApi()
  const { session, state } = useImportSession()
  const batches = useQuery(api.exchange.batches.queryOptions())
  const [view, setView] = useState<'files' | 'history' | 'remembered'>('files')
  const selected = state.files.find(({ id }) => id === state.selected)
  const count = batches.data?.length ?? 0
  const add = (files: readonly File[]) => { setView('files'); session.add(files) }
  return (
    <DropPlace onFiles={add}>
      <div className={styles.page} data-testid="import" data-ready={batches.data !== undefined}>
        <PageHeader title={t('shell:nav.import')}>
          <TemplateDialog />
          <Segmented
            value={view} onChange={setView}
            options={[{ value: 'files', label: t('view.files') }, { value: 'history', label: count === 0 ? t('view.history') : t('view.history-count', { count }) }, { value: 'remembered', label: t('view.remembered') }]}
            data-testid="import-view"
          />
        </PageHeader>
        {view === 'history' ? <BatchHistory batches={batches.data} session={session} /> : view === 'remembered' ? <RememberedView session={session} /> : state.files.length === 0 ? <FirstFiles onFiles={add} /> : (
          <div className={styles.work}>
            <FileList files={state.files} selected={state.selected} session={session} onFiles={add} />
            {selected === undefined ? null : <FileView key={selected.id} file={selected} session={session} />}
          </div>
        )}
      </div>
    </DropPlace>
  )
}
