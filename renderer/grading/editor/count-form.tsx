import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DefinitionOf } from '#shared/model/grading/definition.ts'
import { freeName, replaced, without } from './definition-draft.ts'
import styles from '../grading.module.css'
import { RangeForm } from './factor-form.tsx'
import { NamesInput } from './names-input.tsx'
import { ProblemsAt } from './problems.tsx'
import { AddButton, RemoveButton } from './row-buttons.tsx'
import { ThresholdsForm } from './thresholds-form.tsx'

type Count = DefinitionOf<'count'>
interface Props { readonly definition: Count; readonly onChange: (definition: Count) => void }

const blank = { 'zh-CN': '', en: '' }

/** How many criteria are met, or a number that is counted outside, decides. */
export function CountForm({ definition, onChange }: Props) {
  const { t } = useTranslation('grading')
  const { counted } = definition
  const choose = (of: Count['counted']['of']) => onChange({
    ...definition,
    counted: of === 'criteria' ? { of, criteria: [{ kind: 'criterion', code: 'criterion-1', labels: blank }] } : { of, factor: { kind: 'range', code: 'count', labels: blank, min: 1, max: 50, whole: true } },
  })
  return (
    <>
      <fieldset className={styles.block}>
        <legend>{t('count.what')}</legend>
        <Radio.Group value={counted.of} onChange={(event) => choose(event.target.value === 'number' ? 'number' : 'criteria')} options={[{ value: 'criteria', label: t('count.criteria') }, { value: 'number', label: t('count.number') }]} />
        {counted.of === 'criteria' ? <CriteriaForm definition={definition} counted={counted} onChange={onChange} /> : (
          <>
            <NamesInput value={counted.factor.labels} what={t('count.number')} onChange={(labels) => onChange({ ...definition, counted: { ...counted, factor: { ...counted.factor, labels } } })} />
            <RangeForm factor={counted.factor} onChange={(factor) => onChange({ ...definition, counted: { ...counted, factor } })} />
            <ProblemsAt path={['factors', 0]} />
          </>
        )}
      </fieldset>
      <ThresholdsForm heading={t('bands.count')} value={definition.thresholds} onChange={(thresholds) => onChange({ ...definition, thresholds })} />
    </>
  )
}

function CriteriaForm({ definition, counted, onChange }: Props & { counted: Extract<Count['counted'], { of: 'criteria' }> }) {
  const { t } = useTranslation('grading')
  const put = (criteria: typeof counted.criteria) => onChange({ ...definition, counted: { of: 'criteria', criteria } })
  return (
    <>
      <ol className={styles.criteria} data-testid="criteria">
        {counted.criteria.map((criterion, index) => (
          <li key={criterion.code}>
            <NamesInput long value={criterion.labels} what={t('count.criterion', { number: index + 1 })} onChange={(labels) => put(replaced(counted.criteria, index, { ...criterion, labels }))} />
            <RemoveButton label={t('count.remove')} disabled={counted.criteria.length === 1} onClick={() => put(without(counted.criteria, index))} />
            <ProblemsAt path={['factors', index]} />
          </li>
        ))}
      </ol>
      <div><AddButton label={t('count.add')} onClick={() => put([...counted.criteria, { kind: 'criterion', code: freeName('criterion', counted.criteria.map(({ code }) => code)), labels: blank }])} /></div>
    </>
  )
}
