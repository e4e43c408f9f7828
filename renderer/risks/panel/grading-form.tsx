import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { factorsSchema } from '#shared/contract/grading.ts'
import type { RiskDetail } from '#shared/contract/risks.ts'
import { decideDirection, needsApprover, needsReason } from '#shared/model/grading/direction.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import { useScale } from '#renderer/components/use-scale.ts'
import { FactorFields } from './factor-fields.tsx'
import { RaisedBy } from './raised-by.tsx'
import { useGradedDraft } from './use-graded-draft.ts'
import panel from '#renderer/components/list/panel.module.css'
import styles from './grading.module.css'

const draftSchema = z.object({ factors: factorsSchema, finalGrade: z.string().nullable(), reason: z.string(), approver: z.string() })
type GradingDraft = z.infer<typeof draftSchema>
const begun: GradingDraft = { factors: {}, finalGrade: null, reason: '', approver: '' }
const fields = ['reason', 'approver', 'factors', 'finalGrade'] as const

/** Grading by the method in force: the grade shows while the factors are filled in; departing from it needs its reasons. */
export function GradingForm({ risk }: { risk: RiskDetail }) {
  const { t } = useTranslation(['risks', 'common'])
  const client = useClient()
  const locale = useLocale()
  const scale = useScale()
  const { inForce, asked, now, preview, ready, busy, refusals, change, save, factorsWith } = useGradedDraft<GradingDraft>(`draft.grading.${risk.id}`, {
    schema: draftSchema.nullable(), riskPointId: risk.id, begun: { ...begun, factors: risk.gradings[0]?.factors ?? {} }, fields,
  })
  if (inForce === undefined) return null
  const byMethod = preview?.finalGrade ?? null
  const final = now.finalGrade ?? byMethod
  const byHand = scale.scale === undefined || byMethod === null || final === null ? 'same' : decideDirection(scale.scale, byMethod, final)
  const againstStanding = scale.scale === undefined || final === null || risk.gradeCode === null || scale.grade(risk.gradeCode) === undefined ? 'same' : decideDirection(scale.scale, risk.gradeCode, final)
  const lowered = needsApprover(byHand) || needsApprover(againstStanding)
  const explained = needsReason(byHand) || lowered
  const put = () => save(async () => {
    await client.grading.grade({
      items: [{ riskPointId: risk.id, revision: risk.revision, factors: now.factors, ...(now.finalGrade === null ? {} : { finalGrade: now.finalGrade }) }],
      reason: now.reason.trim(), ...(lowered && now.approver.trim() !== '' ? { approver: now.approver.trim() } : {}),
    })
    return t('grading.saved', { grade: scale.label(final ?? '') })
  })
  return (
    <section data-testid="grading-form" data-ready={ready}>
      <p className={panel.quiet}>{t('grading.by-method', { method: inForce.method.labels[locale], version: inForce.version.version })}</p>
      <FactorFields factors={asked} values={now.factors} onChange={(code, value) => change({ factors: factorsWith(code, value), finalGrade: null })} />
      <ErrorSentence failure={refusals.of('factors')} />
      <div className={styles.result} aria-live="polite">
        {byMethod === null ? <p>{t('grading.incomplete')}</p> : (
          <>
            <strong>{t('grading.result')}</strong>
            <GradeTag code={byMethod} />
            {preview?.score === null || preview?.score === undefined ? null : <span>{t('grading.score', { score: preview.score })}</span>}
            <RaisedBy version={inForce.version} overrides={preview?.overrides ?? []} />
          </>
        )}
      </div>
      {byMethod === null ? null : (
        <div className={styles.byHand}>
          <Select
            aria-label={t('grading.final')} value={final ?? undefined} data-testid="final-grade" onChange={(grade: string) => change({ finalGrade: grade === byMethod ? null : grade })}
            options={scale.grades.map(({ code, label }) => ({ value: code, label: finalWord(code, label) }))}
          />
          <ErrorSentence failure={refusals.of('finalGrade')} />
          {explained ? <p className={panel.quiet}>{t(lowered ? 'grading.reason.lower' : 'grading.reason.raise')}</p> : null}
          <Input.TextArea value={now.reason} placeholder={t(explained ? 'grading.reason' : 'grading.reason.optional')} aria-label={t('grading.reason')} onChange={(event) => change({ reason: event.target.value })} data-testid="grading-reason" />
          <ErrorSentence failure={refusals.of('reason')} />
          {lowered ? <Input value={now.approver} placeholder={t('grading.approver')} aria-label={t('grading.approver')} onChange={(event) => change({ approver: event.target.value })} data-testid="grading-approver" /> : null}
          <ErrorSentence failure={refusals.of('approver')} />
          <ErrorSentence failure={refusals.general} />
          <div><Button type="primary" loading={busy} disabled={explained && (now.reason.trim() === '' || (lowered && now.approver.trim() === ''))} onClick={() => void put()} data-testid="grade">{t('grading.save')}</Button></div>
        </div>
      )}
    </section>
  )

  function finalWord(code: string, label: string): string {
    if (code === byMethod) return t('common:withNote', { text: label, note: t('grading.as-computed') })
    const heavier = (scale.grade(code)?.severityRank ?? 0) > (scale.grade(byMethod ?? '')?.severityRank ?? 0)
    return t(heavier ? 'grading.raise' : 'grading.lower', { grade: label })
  }
}
