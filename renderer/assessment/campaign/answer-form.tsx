import { Button, Input, InputNumber, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssessmentObjection, OpenCampaign } from '#shared/contract/assessment.ts'
import { ratersOf } from '#shared/model/assessment/definition.ts'
import type { Rater } from '#shared/model/assessment/definition.ts'
import type { AnswerOutcome } from '#shared/model/assessment/states.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { Field } from '#renderer/publicity/field.tsx'
import styles from '#renderer/publicity/publicity.module.css'

/** Keeps a score or corrects it; what stood before is kept beside it. */
export function AnswerForm({ objection, campaign, onDone }: { objection: AssessmentObjection; campaign: OpenCampaign; onDone: () => void }) {
  const { t } = useTranslation(['assessment', 'common'])
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const [outcome, setOutcome] = useState<AnswerOutcome>('kept')
  const [text, setText] = useState('')
  const [scores, setScores] = useState<Partial<Record<Rater, number>>>({})
  const save = async () => {
    const corrections = outcome === 'kept' ? [] : ratersOf(campaign).flatMap((rater) => { const score = scores[rater]; return score === undefined ? [] : [{ rater, score }] })
    if (!await refusals.attempt(() => client.assessment.answer({ objectionId: objection.id, outcome, text, corrections }))) return
    onDone()
    await refresh()
  }
  return (
    <form className={styles.form} onSubmit={(event) => { event.preventDefault(); void save() }} data-testid="answer-form">
      <Radio.Group value={outcome} onChange={(event) => setOutcome(event.target.value === 'corrected' ? 'corrected' : 'kept')} options={(['kept', 'corrected'] as const).map((value) => ({ value, label: <span data-testid={`outcome-${value}`}>{t(`answer.${value}`)}</span> }))} />
      {outcome === 'kept' ? null : ratersOf(campaign).map((rater) => (
        <Field key={rater} label={t('answer.score', { rater: t(`rater.${rater}`) })}>{(id) => (
          <InputNumber id={id} min={0} max={objection.points} step={0.5} precision={2} value={scores[rater] ?? objection.scores[rater]} onChange={(score) => { if (score !== null) setScores({ ...scores, [rater]: Number(score) }) }} data-testid={`correct-${rater}`} />
        )}</Field>
      ))}
      <Input.TextArea autoFocus value={text} maxLength={2000} aria-label={t('answer.text')} placeholder={t('answer.text')} onChange={(event) => setText(event.target.value)} data-testid="answer-text" />
      <ErrorSentence failure={refusals.general} />
      <span className={styles.pair}><Button size="small" type="primary" htmlType="submit" disabled={text.trim() === ''} data-testid="save-answer">{t('answer.save')}</Button><Button size="small" onClick={onDone}>{t('common:cancel')}</Button></span>
    </form>
  )
}
