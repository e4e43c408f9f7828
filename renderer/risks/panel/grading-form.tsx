import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { factorsSchema } from '#shared/contract/grading.ts'
import type { RiskDetail } from '#shared/contract/risks.ts'
import { factorsOf } from '#shared/model/grading/definition.ts'
import { decideDirection, needsApprover, needsReason } from '#shared/model/grading/direction.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { usePreference } from '#renderer/app/preferences.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { useScale } from '#renderer/components/use-scale.ts'
import { FactorFields } from './factor-fields.tsx'
import { fittingFactors, withFactor } from './fitting-factors.ts'
import { overrideWords } from './use-grading-words.ts'
import { useMethods } from './use-methods.ts'
import panel from '#renderer/components/list/panel.module.css'
import styles from './grading.module.css'

const draftSchema = z.object({ factors: factorsSchema, finalGrade: z.string().nullable(), reason: z.string(), approver: z.string() }).nullable()
type GradingDraft = z.infer<typeof draftSchema>
const begun: NonNullable<GradingDraft> = { factors: {}, finalGrade: null, reason: '', approver: '' }

/** Grading by the method in force: the grade shows while the factors are filled in; departing from it needs its reasons. */
export function GradingForm({ risk }: { risk: RiskDetail }) {
  const { t } = useTranslation(['risks', 'common'])
  const { message } = App.useApp()
  const api = useApi()
  const client = useClient()
  const refresh = useRefresh()
  const locale = useLocale()
  const scale = useScale()
  const { inForce } = useMethods()
  const [draft, setDraft] = usePreference<GradingDraft>(`draft.grading.${risk.id}`, draftSchema, null)
  const [busy, setBusy] = useState(false)
  const refusals = useRefusal(['reason', 'approver', 'factors', 'finalGrade'])
  const asked = inForce === undefined ? [] : factorsOf(inForce.version.definition)
  const now = draft ?? { ...begun, factors: fittingFactors(risk.gradings[0]?.factors ?? {}, asked) }
  const preview = useQuery(api.grading.preview.queryOptions({ input: { riskPointId: risk.id, factors: now.factors }, enabled: inForce !== undefined, placeholderData: keepPreviousData }))
  if (inForce === undefined) return null
  const change = (part: Partial<NonNullable<GradingDraft>>) => { refusals.clear(); setDraft({ ...now, ...part }) }
  const byMethod = preview.data?.finalGrade ?? null
  const final = now.finalGrade ?? byMethod
  const byHand = scale.scale === undefined || byMethod === null || final === null ? 'same' : decideDirection(scale.scale, byMethod, final)
  const againstStanding = scale.scale === undefined || final === null || risk.gradeCode === null || scale.grade(risk.gradeCode) === undefined ? 'same' : decideDirection(scale.scale, risk.gradeCode, final)
  const lowered = needsApprover(byHand) || needsApprover(againstStanding)
  const explained = needsReason(byHand) || lowered
  const save = async () => {
    setBusy(true)
    const done = await refusals.attempt(async () => {
      await client.grading.grade({
        items: [{ riskPointId: risk.id, revision: risk.revision, factors: now.factors, ...(now.finalGrade === null ? {} : { finalGrade: now.finalGrade }) }],
        reason: now.reason.trim(), ...(lowered && now.approver.trim() !== '' ? { approver: now.approver.trim() } : {}),
      })
      await refresh()
    })
    if (done) {
      setDraft(null)
      void message.success(t('grading.saved', { grade: scale.label(final ?? '') }))
    }
    setBusy(false)
  }
  return (
    <section data-testid="grading-form" data-ready={!preview.isFetching}>
      <p className={panel.quiet}>{t('grading.by-method', { method: inForce.method.labels[locale], version: inForce.version.version })}</p>
      <FactorFields factors={asked} values={now.factors} onChange={(code, value) => change({ factors: withFactor(now.factors, code, value), finalGrade: null })} />
      <ErrorSentence failure={refusals.of('factors')} />
      <div className={styles.result} aria-live="polite">
        {byMethod === null ? <p>{t('grading.incomplete')}</p> : (
          <>
            <strong>{t('grading.result')}</strong>
            <GradeTag code={byMethod} />
            {preview.data?.score === null || preview.data?.score === undefined ? null : <span>{t('grading.score', { score: preview.data.score })}</span>}
            {(preview.data?.overrides.length ?? 0) === 0 ? null : <span>{t('grading.overrides', { rules: overrideWords(inForce.version.definition, preview.data?.overrides ?? [], locale).join(t('common:listSeparator')) })}</span>}
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
          <div><Button type="primary" loading={busy} disabled={explained && (now.reason.trim() === '' || (lowered && now.approver.trim() === ''))} onClick={() => void save()} data-testid="grade">{t('grading.save')}</Button></div>
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
