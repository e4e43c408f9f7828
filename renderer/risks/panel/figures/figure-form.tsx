import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { factorsSchema } from '#shared/contract/grading.ts'
import type { Factors } from '#shared/contract/grading.ts'
import type { RiskDetail } from '#shared/contract/risks.ts'
import type { RiskFigureKind } from '#shared/model/controls.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import { useScale } from '#renderer/components/use-scale.ts'
import { FactorFields } from '../factor-fields.tsx'
import { RaisedBy } from '../raised-by.tsx'
import { useGradedDraft } from '../use-graded-draft.ts'
import styles from './figures.module.css'

const draftSchema = z.object({ factors: factorsSchema, reason: z.string() })
const fields = ['reason', 'factors'] as const

/** Grading a point once more by the method in force: as expected once its measures work, or as found. */
export function FigureForm({ risk, figure, onClose }: { risk: RiskDetail; figure: RiskFigureKind; onClose: () => void }) {
  const { t } = useTranslation(['risks', 'common'])
  const client = useClient()
  const scale = useScale()
  const { inForce, asked, now, preview, ready, busy, refusals, change, discard, save, factorsWith } = useGradedDraft<z.infer<typeof draftSchema>>(`draft.figure.${figure}.${risk.id}`, {
    schema: draftSchema.nullable(), riskPointId: risk.id, begun: { factors: lastFactors(risk, figure), reason: '' }, fields,
  })
  if (inForce === undefined) return null
  const grade = preview?.finalGrade ?? null
  const set = async () => {
    const done = await save(async () => {
      const order = { riskPointId: risk.id, revision: risk.revision, factors: now.factors, reason: now.reason }
      const saved = await (figure === 'expected' ? client.risks.setExpected(order) : client.risks.setVerified(order))
      return t(`figures.saved.${figure}`, { grade: scale.label(saved.grade) })
    })
    if (done) onClose()
  }
  const label = t(`figures.reason.${figure}`)
  return (
    <form className={styles.form} onSubmit={(event) => { event.preventDefault(); void set() }} data-testid={`figure-form-${figure}`} data-ready={ready}>
      <h4>{t(`figures.do.${figure}`)}</h4>
      <p className={styles.none}>{t(`figures.hint.${figure}`)}</p>
      <FactorFields factors={asked} values={now.factors} onChange={(code, value) => change({ factors: factorsWith(code, value) })} />
      <div className={styles.result} aria-live="polite">
        {grade === null ? t('figures.incomplete') : (
          <>
            <strong>{t(`figures.${figure}`)}</strong><GradeTag code={grade} />
            <RaisedBy version={inForce.version} overrides={preview?.overrides ?? []} />
          </>
        )}
      </div>
      <ErrorSentence failure={refusals.of('factors')} />
      <Input.TextArea value={now.reason} rows={2} maxLength={40_000} aria-label={label} placeholder={label} onChange={(event) => change({ reason: event.target.value })} data-testid="figure-reason" />
      <ErrorSentence failure={refusals.of('reason')} />
      <ErrorSentence failure={refusals.general} />
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={busy} disabled={grade === null || (figure === 'verified' && now.reason.trim() === '')} data-testid="save-figure">{t(`figures.save.${figure}`)}</Button>
        <Button onClick={() => { discard(); onClose() }}>{t('common:cancel')}</Button>
      </div>
    </form>
  )
}

/** Where a new figure begins: at the one it replaces, else at the one before it. */
function lastFactors({ figures, gradings }: RiskDetail, figure: RiskFigureKind): Factors {
  const last = figures.find((each) => each.figure === figure) ?? (figure === 'verified' ? figures.find((each) => each.figure === 'expected') : undefined)
  return (last ?? gradings[0])?.factors ?? {}
}
