import { useQuery } from '@tanstack/react-query'
import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { recordedSources } from '#shared/model/rectification.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { SidePanel } from '#renderer/components/list/side-panel.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { DayField, Field } from '#renderer/publicity/field.tsx'
import styles from '#renderer/publicity/publicity.module.css'
import { SubjectField } from './subject-field.tsx'
import type { Subject } from './subject-field.tsx'
import { TermField } from './term-field.tsx'
import { noWords, WordsFields } from './words-fields.tsx'
import type { EntryWords } from './words-fields.tsx'

interface Props { readonly onClose: () => void; readonly onOpened: (id: string) => void }

/** Enters a problem that was found. */
export function EntryForm({ onClose, onOpened }: Props) {
  const { t } = useTranslation('rectification')
  const api = useApi()
  const start = useQuery(api.rectification.start.queryOptions()).data
  return (
    <SidePanel title={t('new')} onClose={onClose} ready={start !== undefined}>
      {start === undefined ? null : <Form start={start} onClose={onClose} onOpened={onOpened} />}
    </SidePanel>
  )
}

function Form({ start, onClose, onOpened }: Props & { start: { today: string; dueOn: string } }) {
  const { t } = useTranslation(['rectification', 'common'])
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const [words, setWords] = useState<EntryWords>(noWords)
  const [origin, setOrigin] = useState<{ source: (typeof recordedSources)[number]; sourceNote: string; foundOn: string }>({ source: 'inspection', sourceNote: '', foundOn: start.today })
  const [subject, setSubject] = useState<Subject>()
  const [dueOn, setDueOn] = useState(start.dueOn)
  const save = () => refusals.attempt(async () => {
    const { id, number } = await client.rectification.open({ ...words, ...origin, dueOn, ...(subject === undefined ? {} : { subject }) })
    void message.success(t('open.saved', { number }))
    await refresh()
    onOpened(id)
  })
  return (
    <form className={styles.body} onSubmit={(event) => { event.preventDefault(); void save() }} data-testid="problem-form">
      <div className={styles.form}>
        <Field label={t('field.source')}>{(id) => <Select id={id} style={{ width: 160 }} value={origin.source} options={recordedSources.map((value) => ({ value, label: t(`source.${value}`) }))} onChange={(source: typeof origin.source) => setOrigin({ ...origin, source })} />}</Field>
        <Field label={t('field.sourceNote')}>{(id) => <Input id={id} value={origin.sourceNote} maxLength={500} onChange={(event) => setOrigin({ ...origin, sourceNote: event.target.value })} />}</Field>
        <Field label={t('field.foundOn')}>{(id) => <DayField id={id} label={t('field.foundOn')} value={origin.foundOn} onChange={(foundOn) => setOrigin({ ...origin, foundOn })} />}</Field>
        <Field label={t('field.subject')}>{(id) => <SubjectField id={id} value={subject} onChange={setSubject} />}</Field>
        <WordsFields value={words} onChange={setWords} />
        <Field label={t('field.dueOn')}>{(id) => <TermField id={id} value={dueOn} onChange={setDueOn} />}</Field>
      </div>
      <ErrorSentence failure={refusals.general} />
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" disabled={words.problem.trim() === ''} data-testid="save-problem">{t('open.save')}</Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </form>
  )
}
