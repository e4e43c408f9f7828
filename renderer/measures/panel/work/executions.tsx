import { PaperClipOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Execution, MeasureDetail } from '#shared/contract/measures.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { localTime } from '#renderer/app/local-time.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import panel from '#renderer/components/list/panel.module.css'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import { useOpenAttachment } from '#renderer/review/evidence-field.tsx'
import evidenceStyles from '#renderer/review/evidence.module.css'
import { sizeText } from '#renderer/settings/data/size-text.ts'
import { useFittingFiles } from './use-fitting-files.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'
import styles from './work.module.css'

interface Props { readonly measure: MeasureDetail; readonly executions: readonly Execution[]; readonly mayChange: boolean }

/** Every execution on record, the latest first; one that was withdrawn stays with its reason. */
export function Executions({ measure, executions, mayChange }: Props) {
  const { t } = useTranslation('measures')
  const [withdrawing, setWithdrawing] = useState<Execution>()
  if (executions.length === 0) return <p className={panel.quiet}>{t('work.executions.none')}</p>
  return (
    <>
      <ol className={styles.entries}>
        {executions.map((execution) => <Entry key={execution.id} measureId={measure.id} execution={execution} mayChange={mayChange && execution.withdrawn === null} onWithdraw={() => setWithdrawing(execution)} />)}
      </ol>
      {withdrawing === undefined ? null : <WithdrawDialog measureId={measure.id} execution={withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </>
  )
}

function Entry({ measureId, execution, mayChange, onWithdraw }: { measureId: string; execution: Execution; mayChange: boolean; onWithdraw: () => void }) {
  const { t } = useTranslation('measures')
  const open = useOpenAttachment()
  const { id, doneOn, dueFor, missed, note, recordedBy, recordedAt, evidence, withdrawn } = execution
  return (
    <li data-withdrawn={withdrawn !== null} data-testid="execution">
      <div className={styles.line}>
        <b>{doneOn}</b>
        {dueFor === null ? null : <span>{t(doneOn > dueFor ? 'work.due-for.late' : 'work.due-for', { day: dueFor })}</span>}
        {missed === 0 ? null : <Tag color="warning">{t('work.missed', { count: missed })}</Tag>}
        {mayChange ? <span className={styles.end}><AddEvidence measureId={measureId} executionId={id} /><Button size="small" type="text" onClick={onWithdraw} data-testid="withdraw-execution">{t('work.withdraw')}</Button></span> : null}
      </div>
      {note === '' ? null : <p>{note}</p>}
      {evidence.length === 0 ? <small>{t('work.no-evidence')}</small> : (
        <div className={evidenceStyles.field}>
          {evidence.map((file) => <span key={file.id} className={evidenceStyles.file}><PaperClipOutlined /><button type="button" onClick={() => void open(file.id)} title={file.fileName}>{file.fileName}</button><small>{sizeText(file.size)}</small></span>)}
        </div>
      )}
      <small>{t('work.recorded', { person: recordedBy, time: localTime(recordedAt) })}</small>
      {withdrawn === null ? null : <small>{t('work.withdrawn', { person: withdrawn.by, time: localTime(withdrawn.at), reason: withdrawn.reason })}</small>}
    </li>
  )
}

function AddEvidence({ measureId, executionId }: { measureId: string; executionId: string }) {
  const { t } = useTranslation('measures')
  const client = useClient()
  const refresh = useRefresh()
  const fail = useFailureMessage()
  const fit = useFittingFiles()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const add = async (files: File[]) => {
    if (files.length === 0 || !fit(files)) return
    setBusy(true)
    try {
      await client.measures.addEvidence({ id: measureId, executionId, evidence: files })
      await refresh()
    } catch (error) {
      fail(error)
    }
    setBusy(false)
  }
  return (
    <>
      <Button size="small" type="text" loading={busy} onClick={() => input.current?.click()}>{t('work.add-evidence')}</Button>
      <input ref={input} type="file" multiple hidden data-testid="more-evidence" onChange={(event) => { const files = [...event.target.files ?? []]; event.target.value = ''; void add(files) }} />
    </>
  )
}
