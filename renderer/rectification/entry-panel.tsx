import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RectificationDetail } from '#shared/contract/rectification.ts'
import { stateAfter } from '#shared/model/rectification.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { localTime } from '#renderer/app/local-time.ts'
import { useMayAny } from '#renderer/app/session/use-me.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { SidePanel } from '#renderer/components/list/side-panel.tsx'
import { FindingLink } from '#renderer/consistency/finding-link.tsx'
import { Files } from '#renderer/publicity/files.tsx'
import styles from '#renderer/publicity/publicity.module.css'
import { ActDialog } from './act-dialog.tsx'
import type { Act } from './act-dialog.tsx'
import { EditWords } from './edit-words.tsx'
import { Steps } from './steps.tsx'
import { useOwnerText } from './use-owner-text.ts'

interface Props { readonly id: string; readonly onClose: () => void; readonly onStep: ((by: 1 | -1) => void) | undefined }

/** One entry of the ledger: what is wrong, who mends it until when, what was done, and what can be done next. */
export function EntryPanel({ id, onClose, onStep }: Props) {
  const { t } = useTranslation('rectification')
  const api = useApi()
  const { data, error } = useQuery(api.rectification.get.queryOptions({ input: { id } }))
  return (
    <SidePanel title={data === undefined ? t('title') : t('entry', { number: data.number })} onClose={onClose} onStep={onStep} ready={data !== undefined}>
      {error === null ? null : <ErrorSentence failure={failureOf(error)} />}
      {data === undefined ? null : <Body entry={data} />}
    </SidePanel>
  )
}

function Body({ entry }: { entry: RectificationDetail }) {
  const { t } = useTranslation('rectification')
  const may = useMayAny()
  const [editing, setEditing] = useState(false)
  if (editing) return <EditWords entry={entry} onClose={() => setEditing(false)} />
  return (
    <div className={styles.body} data-testid="entry-panel" data-state={entry.state}>
      <Facts entry={entry} />
      <Actions entry={entry} onEdit={() => setEditing(true)} />
      <h3>{t('files')}</h3>
      <Files entity="rectification" entityId={entry.id} mayAdd={entry.state !== 'closed' && may('entry.attach', { departmentId: entry.departmentId })} />
      {entry.state === 'closed' ? <p className={styles.quiet}>{t('files.closed')}</p> : null}
      <h3>{t('steps')}</h3>
      <Steps steps={entry.steps} />
    </div>
  )
}

function Facts({ entry }: { entry: RectificationDetail }) {
  const { t } = useTranslation(['rectification', 'consistency'])
  const owner = useOwnerText()
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t('column.state')}</dt><dd><b data-testid="entry-state">{t(`state.${entry.state}`)}</b></dd>
        <dt>{t('field.problem')}</dt><dd>{entry.problem}</dd>
        {entry.subject === null ? null : <><dt>{t('field.subject')}</dt><dd><Subject subject={entry.subject} /></dd></>}
        <Line label={t('field.rule')} value={entry.rule === null ? null : t(`consistency:rule.${entry.rule}`)} />
        <Line label={t('field.cause')} value={entry.cause} />
        <dt>{t('field.source')}</dt><dd>{t(`source.${entry.source}`)}{entry.sourceNote === '' ? null : ` · ${entry.sourceNote}`} · {entry.foundOn}</dd>
        <Line label={t('field.department')} value={entry.departmentName} />
        <Line label={t('field.owner')} value={owner(entry)} />
        <Line label={t('field.measure')} value={entry.measure} />
        <dt>{t('field.dueOn')}</dt><dd>{entry.overdue ? <span className={styles.late}>{entry.dueOn} {t('view.overdue')}</span> : entry.dueOn}</dd>
        <Line label={t('field.outcome')} value={entry.outcome} />
        <Line label={t('column.closed')} value={entry.closedOn === null ? null : `${entry.closedBy ?? ''} ${entry.closedOn}`} />
      </dl>
      <p className={styles.quiet}>{t('field.recorded', { by: entry.recordedBy, at: localTime(entry.recordedAt) })}</p>
    </>
  )
}

/** A fact where there is one. */
function Line({ label, value }: { label: string; value: string | null }) {
  return value === null || value === '' ? null : <><dt>{label}</dt><dd>{value}</dd></>
}

function Subject({ subject: { entity, id, label } }: { subject: NonNullable<RectificationDetail['subject']> }) {
  const { t } = useTranslation('rectification')
  const name = label === '' ? t(`subject.${entity}`) : label
  return entity === 'warning' || entity === 'assessment-item' ? <>{name}</> : <FindingLink finding={{ entity, id }}>{name}</FindingLink>
}

/** What somebody may do with the entry as it stands; whoever has a part in it is told why he may not judge it. */
function Actions({ entry, onEdit }: { entry: RectificationDetail; onEdit: () => void }) {
  const { t } = useTranslation('rectification')
  const may = useMayAny()
  const [act, setAct] = useState<Act>()
  const subject = { departmentId: entry.departmentId }
  const offered = (action: Act | 'change', permission: 'rectification.edit' | 'rectification.close') => stateAfter(entry.state, action) !== undefined && may(permission, subject)
  const judges = offered('close', 'rectification.close')
  return (
    <>
      <div className={styles.buttons}>
        {offered('rectify', 'rectification.edit') ? <Button type="primary" onClick={() => setAct('rectify')} data-testid="act-rectify">{t('rectify')}</Button> : null}
        {judges && !entry.party ? <><Button type="primary" onClick={() => setAct('close')} data-testid="act-close">{t('close')}</Button><Button onClick={() => setAct('return')} data-testid="act-return">{t('return')}</Button></> : null}
        {offered('reopen', 'rectification.close') ? <Button onClick={() => setAct('reopen')} data-testid="act-reopen">{t('reopen')}</Button> : null}
        {offered('change', 'rectification.edit') ? <Button onClick={onEdit} data-testid="act-edit">{t('edit')}</Button> : null}
      </div>
      {judges && entry.party ? <p className={styles.quiet} data-testid="party">{t('party')}</p> : null}
      {act === undefined ? null : <ActDialog act={act} entry={entry} onClose={() => setAct(undefined)} />}
    </>
  )
}
