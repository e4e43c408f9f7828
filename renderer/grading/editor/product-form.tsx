import { useTranslation } from 'react-i18next'
import type { DefinitionOf } from '#shared/model/grading/definition.ts'
import { freeName, replaced, without } from './definition-draft.ts'
import { FactorForm } from './factor-form.tsx'
import { AddButton, RemoveButton } from './row-buttons.tsx'
import { ThresholdsForm } from './thresholds-form.tsx'

interface Props { readonly definition: DefinitionOf<'product'>; readonly onChange: (definition: DefinitionOf<'product'>) => void }

/** The factors are multiplied, the bands say what the product means. */
export function ProductForm({ definition, onChange }: Props) {
  const { t } = useTranslation('grading')
  const { factors } = definition
  const add = () => onChange({ ...definition, factors: [...factors, { kind: 'options', code: freeName('factor', factors.map(({ code }) => code)), labels: { 'zh-CN': '', en: '' }, options: [1, 2, 3].map((value) => ({ value, labels: { 'zh-CN': '', en: '' } })) }] })
  return (
    <>
      {factors.map((factor, index) => (
        <FactorForm key={factor.code} factor={factor} index={index} onChange={(next) => onChange({ ...definition, factors: replaced(factors, index, next) })}>
          <RemoveButton label={t('factor.remove')} disabled={factors.length === 1} onClick={() => onChange({ ...definition, factors: without(factors, index) })} />
        </FactorForm>
      ))}
      <div><AddButton label={t('factor.add')} onClick={add} /></div>
      <ThresholdsForm heading={t('bands.product')} value={definition.thresholds} onChange={(thresholds) => onChange({ ...definition, thresholds })} />
    </>
  )
}
