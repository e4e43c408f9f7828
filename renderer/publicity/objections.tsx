import { Button, Input, Radio, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Objection, PublicityList, WaitingEntry } from '#shared/contract/publicity.ts'
import { objectionWays } from '#shared/model/publicity.ts'
import type { ObjectionWay } from '#shared/model/publicity.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { localTime } from '#renderer/app/local-time.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { DayField, Field } from './field.tsx'
import styles from './publicity.module.css'

interface Props { readonly list: PublicityList; readonly objections: readonly Objection[]; readonly entries: readonly WaitingEntry[]; readonly mayPublish: boolean }

/** What was objected to a posted list, and how it was answered. */
export function Objections({ list, objections, entries, mayPublish }: Props) {
  const { t } = useTranslation('publicity')
  const [adding, setAdding] = useState(false)
  const open = entries.filter(({ outcome }) => outcome === null)
  const works = mayPublish && list.state === 'posted'
  return (
    <section data-testid="objections">
      <h3>{t('objections')}</h3>
      {objections.length === 0 ? <p className={styles.quiet}>{t('objections.none')}</p> : objections.map((objection) => <OneObjection key={objection.id} objection={objection} entries={open} works={works} />)}
      {works ? adding ? <NewObjection listId={list.id} entries={open} onDone={() => setAdding(false)} /> : <Button size="small" onClick={() => setAdding(true)} data-testid="new-objection">{t('objections.new')}</Button> : null}
    </section>
  )
}

const choices = (entries: readonly WaitingEntry[]) => entries.map(({ riskPointId, number, powerName, manifestation }) => ({ value: riskPointId, label: `${number} · ${powerName} · ${manifestation.slice(0, 30)}` }))

function OneObjection({ objection, entries, works }: { objection: Objection; entries: readonly WaitingEntry[]; works: boolean }) {
  const { t } = useTranslation('publicity')
  const [answering, setAnswering] = useState(false)
  const { riskPointNumber, answer } = objection
  return (
    <article className={styles.card} data-testid="objection" data-answered={answer !== null}>
      <strong>{riskPointNumber === null ? t('objection.about-list') : t('objection.about', { number: riskPointNumber, power: objection.powerName ?? '' })}</strong>
      <p>{objection.text}</p>
      <small className={styles.quiet}>{t('objection.received', { date: objection.receivedOn, way: t(`way.${objection.way}`), by: objection.raisedBy === '' ? t('objection.anonymous') : objection.raisedBy })}</small>
      {answer === null ? null : <><p><strong>{t(answer.upheld ? 'answer.upheld' : 'answer.rejected')}</strong> {answer.text}</p><small className={styles.quiet}>{t('answer.by', { by: answer.answeredBy, at: localTime(answer.answeredAt) })}</small></>}
      {answer !== null || !works ? null : answering ? <AnswerForm objection={objection} entries={entries} onDone={() => setAnswering(false)} /> : <div><Button size="small" onClick={() => setAnswering(true)} data-testid="answer">{t('answer')}</Button></div>}
    </article>
  )
}

function AnswerForm({ objection, entries, onDone }: { objection: Objection; entries: readonly WaitingEntry[]; onDone: () => void }) {
  const { t } = useTranslation(['publicity', 'common'])
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const [upheld, setUpheld] = useState(false)
  const [text, setText] = useState('')
  const [returns, setReturns] = useState<string[]>([])
  const save = async () => {
    if (!await refusals.attempt(() => client.publicity.answer({ objectionId: objection.id, upheld, text, returns: upheld ? returns : [] }))) return
    onDone()
    await refresh()
  }
  return (
    <form className={styles.form} onSubmit={(event) => { event.preventDefault(); void save() }}>
      <Radio.Group value={upheld} onChange={(event) => setUpheld(event.target.value === true)} options={[{ value: false, label: t('answer.rejected') }, { value: true, label: t('answer.upheld') }]} data-testid="upheld" />
      {upheld && objection.riskPointId === null ? <Select mode="multiple" aria-label={t('answer.returns')} placeholder={t('answer.returns')} options={choices(entries)} optionFilterProp="label" value={returns} onChange={setReturns} /> : null}
      <Input.TextArea autoFocus value={text} maxLength={5000} aria-label={t('answer.text')} placeholder={t('answer.text')} onChange={(event) => setText(event.target.value)} data-testid="answer-text" />
      <ErrorSentence failure={refusals.general} />
      <span className={styles.pair}><Button size="small" type="primary" htmlType="submit" disabled={text.trim() === ''} data-testid="save-answer">{t('answer.save')}</Button><Button size="small" onClick={onDone}>{t('common:cancel')}</Button></span>
    </form>
  )
}

function NewObjection({ listId, entries, onDone }: { listId: string; entries: readonly WaitingEntry[]; onDone: () => void }) {
  const { t } = useTranslation(['publicity', 'common'])
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const [draft, setDraft] = useState<{ riskPointId: string | null; raisedBy: string; way: ObjectionWay; text: string; receivedOn: string }>({ riskPointId: null, raisedBy: '', way: 'letter', text: '', receivedOn: dayjs().format('YYYY-MM-DD') })
  const save = async () => {
    if (!await refusals.attempt(() => client.publicity.object({ id: listId, ...draft }))) return
    onDone()
    await refresh()
  }
  return (
    <form className={styles.form} onSubmit={(event) => { event.preventDefault(); void save() }}>
      <Field label={t('objection.entry')}>{(id) => (
        <Select id={id} style={{ width: '100%' }} showSearch={{ optionFilterProp: 'label' }} value={draft.riskPointId ?? ''} options={[{ value: '', label: t('objection.about-list') }, ...choices(entries)]} onChange={(value: string) => setDraft({ ...draft, riskPointId: value === '' ? null : value })} data-testid="objection-entry" />
      )}</Field>
      <Field label={t('objection.text')}>{(id) => <Input.TextArea id={id} autoFocus value={draft.text} maxLength={5000} onChange={(event) => setDraft({ ...draft, text: event.target.value })} data-testid="objection-text" />}</Field>
      <Field label={t('objection.by')}>{(id) => <Input id={id} value={draft.raisedBy} maxLength={200} onChange={(event) => setDraft({ ...draft, raisedBy: event.target.value })} />}</Field>
      <Field label={t('objection.way')}>{(id) => (
        <span className={styles.pair}>
          <Select id={id} style={{ width: 120 }} value={draft.way} options={objectionWays.map((value) => ({ value, label: t(`way.${value}`) }))} onChange={(way: ObjectionWay) => setDraft({ ...draft, way })} />
          <DayField label={t('objection.date')} value={draft.receivedOn} onChange={(receivedOn) => setDraft({ ...draft, receivedOn })} />
        </span>
      )}</Field>
      <ErrorSentence failure={refusals.general} />
      <span className={styles.pair}><Button type="primary" size="small" htmlType="submit" disabled={draft.text.trim() === ''} data-testid="save-objection">{t('objections.new')}</Button><Button size="small" onClick={onDone}>{t('common:cancel')}</Button></span>
    </form>
  )
}
