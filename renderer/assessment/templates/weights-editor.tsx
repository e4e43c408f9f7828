import { useTranslation } from 'react-i18next'
import { raters } from '#shared/model/assessment/definition.ts'
import styles from './editor.module.css'
import type { PartProps } from './part-props.ts'
import { PointsInput } from './points-input.tsx'

/** The stated total, the ceiling of the bonus, and how much each rater weighs. */
export function WeightsEditor({ definition, reads, onChange }: PartProps) {
  const { t } = useTranslation('assessment')
  const { total, weights, bonus } = definition
  return (
    <>
      <h3>{t('editor.weights')}</h3>
      <div className={styles.pairs}>
        <span>{t('editor.total')}</span><PointsInput value={total} label={t('editor.total')} reads={reads} onChange={(next) => onChange({ total: next })} testId="template-total" />
        <span>{t('editor.ceiling')}</span><PointsInput value={bonus.ceiling} label={t('editor.ceiling')} reads={reads} onChange={(ceiling) => onChange({ bonus: { ...bonus, ceiling } })} />
        {raters.map((rater) => (
          <div key={rater} style={{ display: 'contents' }}><span>{t(`rater.${rater}`)}</span><span><PointsInput whole most={100} value={weights[rater]} label={t(`rater.${rater}`)} reads={reads} onChange={(weight) => onChange({ weights: { ...weights, [rater]: weight } })} testId={`weight-${rater}`} /> {t('editor.percent')}</span></div>
        ))}
      </div>
    </>
  )
}
