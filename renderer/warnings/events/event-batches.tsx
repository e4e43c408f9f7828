import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EventBatch } from '#shared/contract/warnings.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { localTime } from '#renderer/app/local-time.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { SidePanel } from '#renderer/components/list/side-panel.tsx'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import publicity from '#renderer/publicity/publicity.module.css'

/** The files that were taken in; each can be taken back while nothing rests on it. */
export function EventBatches({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('warnings')
  const api = useApi()
  const { data } = useQuery(api.warnings.eventBatches.queryOptions())
  return (
    <SidePanel title={t('batches')} onClose={onClose} ready={data !== undefined}>
      <div className={publicity.body}>
        {data?.length === 0 ? <p className={publicity.quiet}>{t('batches.none')}</p> : null}
        {data?.map((batch) => <Batch key={batch.id} batch={batch} />)}
      </div>
    </SidePanel>
  )
}

function Batch({ batch }: { batch: EventBatch }) {
  const { t } = useTranslation(['warnings', 'common'])
  const { modal, message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const fail = useFailureMessage()
  const raises = useMay('warning.raise')
  const undo = () => void modal.confirm({
    title: t('batches.undo'), content: t('batches.undo.text', { count: batch.events }), okText: t('batches.undo'), cancelText: t('common:cancel'), autoFocusButton: 'cancel',
    onOk: async () => {
      try {
        const { withdrawn } = await client.warnings.undoEvents({ batchId: batch.id })
        void message.success(t('batches.undone.done', { count: withdrawn }))
      } catch (error) { fail(error) }
      await refresh()
    },
  })
  return (
    <div className={publicity.card} data-testid="event-batch" data-state={batch.state}>
      <b>{batch.fileName}</b>
      <p>{t('batches.counts', { events: batch.events, known: batch.known, rejected: batch.rejected })}</p>
      <p className={publicity.quiet}>{batch.importedBy}　{localTime(batch.importedAt)}{batch.undoneAt === null ? '' : `　${t('batches.undone', { time: localTime(batch.undoneAt) })}`}</p>
      {raises && batch.state === 'applied' ? <Button size="small" onClick={undo} data-testid="undo-events">{t('batches.undo')}</Button> : null}
    </div>
  )
}
