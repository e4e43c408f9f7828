import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MethodDefinition } from '#shared/model/grading/definition.ts'
import type { Scale } from '#shared/model/scales.ts'
import { useLocale } from '#renderer/app/language.ts'
import styles from '../grading.module.css'
import { ChoiceForm } from './choice-form.tsx'
import { CountForm } from './count-form.tsx'
import { MatrixForm } from './matrix-form.tsx'
import { NamesInput } from './names-input.tsx'
import { OverridesForm } from './overrides-form.tsx'
import { ProblemsAt } from './problems.tsx'
import { ProductForm } from './product-form.tsx'
import { WeightedForm } from './weighted-form.tsx'

interface Props { readonly definition: MethodDefinition; readonly scales: readonly Scale[]; readonly onChange: (definition: MethodDefinition) => void }

/** A method's definition, each kind by a form of its own. */
export function DefinitionForm({ definition, scales, onChange }: Props) {
  const { t } = useTranslation('grading')
  const locale = useLocale()
  return (
    <>
      <fieldset className={styles.block}>
        <legend>{t('method.name')}</legend>
        <NamesInput value={definition.labels} what={t('method.name')} onChange={(labels) => onChange({ ...definition, labels })} />
        <div className={styles.line}>
          <span>{t('methods.scale')}</span>
          <Select value={definition.scale} aria-label={t('methods.scale')} onChange={(scale) => onChange({ ...definition, scale })} options={scales.map(({ code, labels }) => ({ value: code, label: labels[locale] }))} popupMatchSelectWidth={false} />
        </div>
        <ProblemsAt path={['scale']} />
      </fieldset>
      <KindForm definition={definition} onChange={onChange} />
      <OverridesForm rules={definition.overrides} onChange={(overrides) => onChange({ ...definition, overrides })} />
    </>
  )
}

function KindForm({ definition, onChange }: Omit<Props, 'scales'>) {
  switch (definition.kind) {
    case 'choice': return <ChoiceForm definition={definition} onChange={onChange} />
    case 'product': return <ProductForm definition={definition} onChange={onChange} />
    case 'matrix': return <MatrixForm definition={definition} onChange={onChange} />
    case 'weighted': return <WeightedForm definition={definition} onChange={onChange} />
    case 'count': return <CountForm definition={definition} onChange={onChange} />
  }
}
