import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AssessmentObjection, OpenCampaign } from '#shared/contract/assessment.ts'
import { ratersOf, textIn } from '#shared/model/assessment/definition.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { useLocale } from '#renderer/app/language.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { Files } from '#renderer/publicity/files.tsx'
import styles from '#renderer/publicity/publicity.module.css'
import { ObjectionText } from '../objection-text.tsx'
import { AnswerForm } from './answer-form.tsx'

/** What departments objected to, those that wait for an answer first. */
export function ObjectionsPart({ campaign }: { campaign: OpenCampaign }) {
  const { t } = useTranslation('assessment')
  const api = useApi()
  const settles = useMay('assessment.settle') && campaign.state === 'published'
  const { data, error } = useQuery(api.assessment.objections.queryOptions({ input: { id: campaign.id } }))
  return (
    <section className={styles.part} data-testid="assessment-objections" data-ready={data !== undefined}>
      {error === null ? null : <ErrorSentence failure={failureOf(error)} />}
      {data?.length === 0 ? <EmptyState title={t('objections.none.title')} text={t('objections.none.text')} /> : null}
      {data?.map((objection) => <Objection key={objection.id} objection={objection} campaign={campaign} settles={settles} />)}
    </section>
  )
}

function Objection({ objection, campaign, settles }: { objection: AssessmentObjection; campaign: OpenCampaign; settles: boolean }) {
  const { t } = useTranslation('assessment')
  const locale = useLocale()
  const { answer, scores, bar } = objection
  const listed = ratersOf(campaign).flatMap((rater) => (scores[rater] === null ? [] : [`${t(`rater.${rater}`)} ${scores[rater]}`]))
  return (
    <article className={styles.card} data-testid="objection" data-answered={answer !== null}>
      <strong><Link to="/assessment/sheets/$id" params={{ id: objection.campaignDepartmentId }}>{t('objection.title', { number: objection.number, department: objection.departmentName })}</Link></strong>
      <p>{textIn(objection.itemText, locale)} · {t('editor.group-points', { points: objection.points })} · {listed.join(' / ')}</p>
      <ObjectionText objection={objection} />
      <Files entity="assessment-item" entityId={objection.campaignItemId} mayAdd={false} />
      {answer !== null ? null : settles && bar === null ? <Answering objection={objection} campaign={campaign} /> : <p className={styles.due}>{settles && bar !== null ? t(`answer.bar.${bar}`) : t('objection.waiting')}</p>}
    </article>
  )
}

function Answering({ objection, campaign }: { objection: AssessmentObjection; campaign: OpenCampaign }) {
  const { t } = useTranslation('assessment')
  const [answering, setAnswering] = useState(false)
  if (answering) return <AnswerForm objection={objection} campaign={campaign} onDone={() => setAnswering(false)} />
  return <div className={styles.buttons}><Button size="small" type="primary" onClick={() => setAnswering(true)} data-testid="answer">{t('answer')}</Button></div>
}
