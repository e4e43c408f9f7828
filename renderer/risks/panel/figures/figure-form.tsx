import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { factorsSchema } from '#shared/contract/grading.ts'
import type { Factors } from '#shared/contract/grading.ts'
import type { RiskDetail } from '#shared/contract/risks.ts'
import type { RiskFigureKind } from '#shared/model/controls.ts'
import { factorsOf } from '#shared/model/grading/definition.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { usePreference } from '#renderer/app/preferences.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { useScale } from '#renderer/components/use-scale.ts'
import { FactorFields } from '../factor-fields.tsx'
import { fittingFactors, withFactor } from '../fitting-factors.ts'
import { overrideWords } from '../use-grading-words.ts'
import { useMethods } from '../use-methods.ts'
import styles from './figures.module.css'

const draftSchema = z.object({ factors: factorsSchema, reason: z.string() }).nullable()
type Draft = z.infer<typeof draftSchema>

/** Grading a point once more by the method in force: as expected once its measures work, or as found. */
export function FigureForm({ risk, figure, onClose }: { risk: RiskDetail; figure: RiskFigureKind; onClose: () => void }) {
  const { t } = useTranslation(['risks', 'common'])
  const { message } = App.useApp()
  const api = useApi()
  const client = useClient()
  const refresh = useRefresh()
  const locale = useLocale()
  const scale = useScale()
  const { inForce } = useMethods()
  const [draft, setDraft] = usePreference<Draft>(`draft.figure.${figure}.${risk.id}`, draftSchema, null)
  const [busy, setBusy] = useState(false)
  const refusals = useRefusal(['reason', 'factors'])
  const asked = inForce === undefined ? [] : factorsOf(inForce.version.definition)
  const now = draft ?? { factors: fittingFactors(lastFactors(risk, figure), asked), reason: '' }
  const preview = useQuery(api.grading.preview.queryOptions({ input: { riskPointId: risk.id, factors: now.factors }, enabled: inForce !== undefined, placeholderData: keepPreviousData }))
  if (inForce === undefined) return null
  const change = (part: Partial<NonNullable<Draft>>) => { refusals.clear(); setDraft({ ...now, ...part }) }
  const grade = preview.data?.finalGrade ?? null
  const close = () => { setDraft(null); onClose() }
  const save = async () => {
    setBusy(true)
    const done = await refusals.attempt(async () => {
      const order = { riskPointId: risk.id, revision: risk.revision, factors: now.factors, reason: now.reason }
      const saved = await (figure === 'expected' ? client.risks.setExpected(order) : client.risks.setVerified(order))
      await refresh()
      void message.success(t(`figures.saved.${figure}`, { grade: scale.label(saved.grade) }))
    })
    if (done) close()
    setBusy(false)
  }
  const label = t(`figures.reason.${figure}`)
  return (
    <form className={styles.form} onSubmit={(event) => { event.preventDefault(); void save() }} data-testid={`figure-form-${figure}`} data-ready={!preview.isFetching}>
      <h4>{t(`figures.do.${figure}`)}</h4>
      <p className={styles.none}>{t(`figures.hint.${figure}`)}</p>
      <FactorFields factors={asked} values={now.factors} onChange={(code, value) => change({ factors: withFactor(now.factors, code, value) })} />
      <div className={styles.result} aria-live="polite">
        {grade === null ? t('figures.incomplete') : (
          <>
            <strong>{t(`figures.${figure}`)}</strong><GradeTag code={grade} />
            {(preview.data?.overrides.length ?? 0) === 0 ? null : <span>{t('grading.overrides', { rules: overrideWords(inForce.version.definition, preview.data?.overrides ?? [], locale).join(t('common:listSeparator')) })}</span>}
          </>
        )}
      </div>
      <ErrorSentence failure={refusals.of('factors')} />
      <Input.TextArea value={now.reason} rows={2} maxLength={40_000} aria-label={label} placeholder={label} onChange={(event) => change({ reason: event.target.value })} data-testid="figure-reason" />
      <ErrorSentence failure={refusals.of('reason')} />
      <ErrorSentence failure={refusals.general} />
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={busy} disabled={grade === null || (figure === 'verified' && now.reason.trim() === '')} data-testid="save-figure">{t(`figures.save.${figure}`)}</Button>
        <Button onClick={close}>{t('common:cancel')}</Button>
      </div>
    </form>
  )
}

/** Where a new figure begins: at the one it replaces, else at the one before it. */
function lastFactors({ figures, gradings }: RiskDetail, figure: RiskFigureKind): Factors {
  const last = figures.find((each) => each.figure === figure) ?? (figure === 'verified' ? figures.find((each) => each.figure === 'expected') : undefined)
  return (last ?? gradings[0])?.factors ?? {}
}
