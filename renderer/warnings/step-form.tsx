import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { Warning } from '#shared/contract/warnings.ts'
import { isHandlers, needsWords } from '#shared/model/warnings/disposal.ts'
import type { DisposalAction } from '#shared/model/warnings/disposal.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { usePreference } from '#renderer/app/preferences.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { useShortcut } from '#renderer/app/use-shortcut.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useDepartments } from '#renderer/components/use-departments.ts'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { DayField, Field } from '#renderer/publicity/field.tsx'
import publicity from '#renderer/publicity/publicity.module.css'
import { EvidenceField } from '#renderer/review/evidence-field.tsx'
import { factsOf } from './facts.ts'
import styles from './warnings.module.css'
import { WayField } from './way-field.tsx'

interface Props { readonly warning: Warning; readonly action: DisposalAction; readonly rectifyBy: string; readonly onClose: () => void }

const typed = z.string().max(40_000)

/** One step put in words. What is typed outlives the panel until the step is taken. */
export function StepForm({ warning, action, rectifyBy, onClose }: Props) {
  const { t } = useTranslation(['warnings', 'common'])
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const departments = useDepartments()
  const [text, setText] = usePreference(`draft.warning.${warning.id}.${action}`, typed, '')
  const [way, setWay] = useState('')
  const [by, setBy] = useState(rectifyBy)
  const [departmentId, setDepartment] = useState(warning.departmentId)
  const [evidence, setEvidence] = useState<string[]>([])
  const [busy, setBusy] = useState(false)
  const issuing = action === 'issue'
  const complete = (!needsWords(factsOf(warning), action) || text.trim() !== '') && (!issuing || (way.trim() !== '' && departmentId !== null))
  const go = async () => {
    if (!complete || busy) return
    setBusy(true)
    const sheets = [{ id: warning.id, revision: warning.revision }]
    const done = await refusals.attempt(() => (isHandlers(action)
      ? client.warnings.handle({ sheets, action, text, evidence })
      : client.warnings.direct({ sheets, action, text, evidence, ...(issuing ? { way, rectifyBy: by, departmentId: warning.departmentId === null ? departmentId : null } : {}) })))
    setBusy(false)
    if (!done) return
    setText('')
    void message.success(t('step.done', { action: t(`done.${action}`) }))
    onClose()
    await refresh()
  }
  useShortcut('Ctrl+Enter', () => void go())
  return (
    <form className={styles.step} onSubmit={(event) => { event.preventDefault(); void go() }} data-testid="step-form">
      <h3>{t(`action.${action}`)}</h3>
      {issuing && warning.departmentId === null ? <Field label={t('field.department')} required>{(id) => <Select id={id} showSearch optionFilterProp="label" style={{ width: '100%' }} options={departments.choices} value={departmentId} onChange={setDepartment} data-testid="step-department" />}</Field> : null}
      {issuing ? <WayField value={way} onChange={setWay} /> : null}
      <Field label={t(`words.${action}`)} required={needsWords(factsOf(warning), action)}>{(id) => <Input.TextArea id={id} autoFocus={!issuing} value={text} maxLength={4000} style={{ minHeight: 76 }} onChange={(event) => setText(event.target.value)} data-testid="step-text" />}</Field>
      {issuing ? <Field label={t('field.rectifyBy')}>{(id) => <DayField id={id} label={t('field.rectifyBy')} value={by} onChange={setBy} />}</Field> : null}
      <Field label={t('evidence')}>{() => <EvidenceField entity="warning" riskPointId={warning.id} value={evidence} onChange={setEvidence} />}</Field>
      <ErrorSentence failure={refusals.general} />
      <div className={publicity.buttons}>
        <Button type="primary" htmlType="submit" loading={busy} disabled={!complete} data-testid="step-do">{t(`action.${action}`)}</Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </form>
  )
}
