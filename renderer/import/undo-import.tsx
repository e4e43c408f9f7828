import { RollbackOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ImportBatch } from '#shared/contract/exchange.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import type { ImportSession } from './import-session.ts'
import { gains } from './plan-figures.ts'
import { useStageText } from './use-stage-text.ts'

/** Takes a whole import back, after saying what that means. */
export function UndoImport({ batch, session, small = false }: { batch: ImportBatch; session: ImportSession; small?: boolean }) {
  const { t } = useTranslation(['exchange', 'common'])
  const { modal, message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const work = useLongWork()
  const stageText = useStageText()
  const undo = async () => {
    const undone = await work.run((signal) => client.exchange.undo({ batchId: batch.id }, { signal }))
    if (undone === undefined) return
    session.undone(undone)
    await refresh()
    void message.success(t('undo.done', { number: batch.number }))
  }
  const ask = () => {
    const { created, updated } = gains(batch.summary)
    void modal.confirm({
      title: t('undo.title', { number: batch.number, name: batch.fileName }),
      content: t('undo.text', { created, updated }),
      okText: t('undo.do'), cancelText: t('common:cancel'), autoFocusButton: 'cancel',
      onOk: () => { void undo() },
    })
  }
  return (
    <>
      <Button size={small ? 'small' : 'middle'} icon={<RollbackOutlined />} onClick={ask} data-testid="undo-import">{t('undo')}</Button>
      <LongWorkDialog work={work} title={t('undo.running', { number: batch.number })} stageText={stageText} />
    </>
  )
}
