import { useTranslation } from 'react-i18next'
import type { DefinitionOf } from '#shared/model/grading/definition.ts'
import { exact } from '#shared/model/grading/score.ts'
import { freeName, replaced, without } from './definition-draft.ts'
import styles from '../grading.module.css'
import { FactorForm } from './factor-form.tsx'
import { NumberInput } from './number-input.tsx'
import { ProblemsAt } from './problems.tsx'
import { AddButton, RemoveButton } from './row-buttons.tsx'
import { ThresholdsForm } from './thresholds-form.tsx'

interface Props { readonly definition: DefinitionOf<'weighted'>; readonly onChange: (definition: DefinitionOf<'weighted'>) => void }

/** The factors are added up by weight; the weights make 100 together. */
export function WeightedForm({ definition, onChange }: Props) {
  const { t } = useTranslation('grading')
  const { factors } = definition
  const total = factors.reduce((sum, { weight }) => exact(sum + weight), 0)
  const add = () => onChange({ ...definition, factors: [...factors, { weight: Math.max(1, exact(100 - total)), factor: { kind: 'range', code: freeName('factor', factors.map(({ factor }) => factor.code)), labels: { 'zh-CN': '', en: '' }, min: 0, max: 100, whole: false } }] })
  return (
    <>
      {factors.map(({ weight, factor }, index) => (
        <FactorForm key={factor.code} factor={factor} index={index} onChange={(next) => onChange({ ...definition, factors: replaced(factors, index, { weight, factor: next }) })}>
          <span>{t('weight')}</span>
          <NumberInput value={weight} label={t('weight')} testId="weight" suffix="%" onChange={(next) => onChange({ ...definition, factors: replaced(factors, index, { weight: next, factor }) })} />
          <RemoveButton label={t('factor.remove')} disabled={factors.length === 1} onClick={() => onChange({ ...definition, factors: without(factors, index) })} />
        </FactorForm>
      ))}
      <div className={styles.line}>
        <AddButton label={t('factor.add')} onClick={add} />
        <b data-testid="weight-total" data-right={total === 100}>{t('weight.total', { total })}</b>
      </div>
      <ProblemsAt path={['factors']} />
      <ThresholdsForm heading={t('bands.weighted')} value={definition.thresholds} onChange={(thresholds) => onChange({ ...definition, thresholds })} />
    </>
  )
}
