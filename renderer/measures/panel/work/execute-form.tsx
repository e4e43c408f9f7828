import { App, Button, DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { MeasureDetail } from '#shared/contract/measures.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { usePreference } from '#renderer/app/preferences.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { localToday } from '#renderer/app/local-time.ts'
import { FilePicker } from './file-picker.tsx'
import { useOutcomeWords } from './use-outcome-words.ts'
import styles from './work.module.css'

const draftSchema = z.object({ doneOn: z.string(), note: z.string() }).nullable()

/** Recording that a measure was carried out; what follows from it is said before it is saved. */
export function ExecuteForm({ measure }: { measure: MeasureDetail }) {
  const { t } = useTranslation(['measures', 'fields', 'common'])
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal(['doneOn'])
  const outcome = useOutcomeWords()
  const [draft, setDraft] = usePreference<z.infer<typeof draftSchema>>(`draft.execution.${measure.id}`, draftSchema, null)
  const [files, setFiles] = useState<File[]>([])
  const [busy, setBusy] = useState(false)
  if (draft === null) return <Button type="primary" size="small" onClick={() => setDraft({ doneOn: localToday(), note: '' })} data-testid="execute">{t('work.execute')}</Button>
  const close = () => { setDraft(null); setFiles([]); refusals.clear() }
  const save = async () => {
    setBusy(true)
    const done = await refusals.attempt(async () => {
      const result = await client.measures.execute({ id: measure.id, revision: measure.revision, ...draft, evidence: files })
      await refresh()
      void message.success({ content: outcome.done(measure, result), duration: 6 })
    })
    if (done) close()
    setBusy(false)
  }
  return (
    <form className={styles.form} onSubmit={(event) => { event.preventDefault(); void save() }} data-testid="execute-form">
      <div className={styles.row}>
        <label htmlFor="executed-on">{t('fields:control-measure.executedOn')}</label>
        <DatePicker id="executed-on" value={dayjs(draft.doneOn)} allowClear={false} maxDate={dayjs(localToday())} onChange={(day: dayjs.Dayjs | null) => { refusals.clear(); if (day !== null) setDraft({ ...draft, doneOn: day.format('YYYY-MM-DD') }) }} data-testid="executed-on" />
      </div>
      <ErrorSentence failure={refusals.of('doneOn')} />
      <Input.TextArea value={draft.note} rows={2} maxLength={40_000} aria-label={t('work.note')} placeholder={t('work.note')} onChange={(event) => setDraft({ ...draft, note: event.target.value })} data-testid="execution-note" autoFocus />
      <FilePicker files={files} onChange={setFiles} />
      <p className={styles.outcome} aria-live="polite" data-testid="execution-outcome">{outcome.before(measure, { doneOn: draft.doneOn, hasEvidence: files.length > 0 })}</p>
      <ErrorSentence failure={refusals.general} />
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={busy} data-testid="save-execution">{t('work.execute.save')}</Button>
        <Button onClick={close}>{t('common:cancel')}</Button>
      </div>
    </form>
  )
}
