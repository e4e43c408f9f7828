import { useQuery } from '@tanstack/react-query'
import { App, Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Criteria } from '#shared/contract/adjustments.ts'
import { orderedWorks, recordedKinds } from '#shared/model/adjustments.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { SidePanel } from '#renderer/components/list/side-panel.tsx'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import { DayField, Field } from '#renderer/publicity/field.tsx'
import styles from '#renderer/publicity/publicity.module.css'
import { CriteriaFields } from './criteria-fields.tsx'
import { Touched } from './touched.tsx'

interface Draft {
  readonly kind: (typeof recordedKinds)[number]
  readonly title: string
  readonly happenedOn: string
  readonly basis: string
  readonly text: string
  readonly works: readonly (typeof orderedWorks)[number][]
  readonly dueOn: string
}

/** Records what changed; what it touches is seen before it is saved. */
export function AdjustmentForm({ onClose, onRecorded }: { onClose: () => void; onRecorded: (adjustment: { id: string; title: string }) => void }) {
  const { t } = useTranslation('adjustments')
  const api = useApi()
  const start = useQuery(api.adjustments.start.queryOptions()).data
  return (
    <SidePanel title={t('new')} onClose={onClose} ready={start !== undefined}>
      {start === undefined ? null : <Form start={start} onClose={onClose} onRecorded={onRecorded} />}
    </SidePanel>
  )
}

function Form({ start, onClose, onRecorded }: { start: { today: string; dueOn: string } } & Parameters<typeof AdjustmentForm>[0]) {
  const { t } = useTranslation(['adjustments', 'common'])
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const work = useLongWork()
  const [draft, setDraft] = useState<Draft>({ kind: 'law', title: '', happenedOn: start.today, basis: '', text: '', works: orderedWorks, dueOn: start.dueOn })
  const [criteria, setCriteria] = useState<Criteria>({ basis: '', departmentIds: [], postIds: [], step: '', powerIds: [] })
  const [except, setExcept] = useState<{ powers: string[]; points: string[] }>({ powers: [], points: [] })
  const [found, setFound] = useState(0)
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const save = async () => {
    const done = await work.run((signal) => client.adjustments.record({ ...draft, works: [...draft.works], criteria, exceptPowerIds: except.powers, exceptRiskPointIds: except.points }, { signal }))
    if (done === undefined) return
    void message.success(t('recorded', { tasks: done.tasks, marked: done.marked }))
    onRecorded({ id: done.id, title: draft.title })
    await refresh()
  }
  return (
    <form className={styles.body} onSubmit={(event) => { event.preventDefault(); void save() }} data-testid="adjustment-form">
      <div className={styles.form}>
        <Field label={t('field.kind')}>{(id) => <Select id={id} style={{ width: 200 }} value={draft.kind} options={recordedKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} onChange={(kind: Draft['kind']) => change({ kind })} />}</Field>
        <Field label={t('field.title')} required>{(id) => <Input id={id} autoFocus value={draft.title} maxLength={300} onChange={(event) => change({ title: event.target.value })} data-testid="adjustment-title" />}</Field>
        <Field label={t('field.happenedOn')}>{(id) => <DayField id={id} label={t('field.happenedOn')} value={draft.happenedOn} onChange={(happenedOn) => change({ happenedOn })} />}</Field>
        <Field label={t('field.basis')}>{(id) => <Input id={id} value={draft.basis} maxLength={500} onChange={(event) => change({ basis: event.target.value })} />}</Field>
        <Field label={t('field.text')}>{(id) => <Input.TextArea id={id} value={draft.text} maxLength={40_000} onChange={(event) => change({ text: event.target.value })} />}</Field>
      </div>
      <h3>{t('find.title')}</h3>
      <p className={styles.quiet}>{t('find.text')}</p>
      <CriteriaFields value={criteria} onChange={(next) => { setExcept({ powers: [], points: [] }); setCriteria(next) }} />
      <div className={styles.form}>
        <Field label={t('works')} required>{() => <Checkbox.Group value={[...draft.works]} options={orderedWorks.map((value) => ({ value, label: t(`work.${value}`) }))} onChange={(works) => change({ works: orderedWorks.filter((known) => works.includes(known)) })} />}</Field>
        <Field label={t('dueOn')}>{(id) => <DayField id={id} label={t('dueOn')} value={draft.dueOn} onChange={(dueOn) => change({ dueOn })} />}</Field>
      </div>
      <Touched criteria={criteria} except={except} onExcept={setExcept} onFound={setFound} />
      {work.state.phase === 'failed' ? <ErrorSentence failure={work.state.failure} /> : null}
      <div className={styles.foot}>
        <Button type="primary" htmlType="submit" disabled={draft.title.trim() === '' || draft.works.length === 0 || found === 0} data-testid="record-adjustment">{t('record')}</Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
      <LongWorkDialog work={work} title={t('record.running')} />
    </form>
  )
}
