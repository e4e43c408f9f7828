import { InputNumber, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Factor, FactorValue, FactorValues } from '#shared/model/grading/factors.ts'
import { useLocale } from '#renderer/app/language.ts'
import styles from './grading.module.css'

interface Props { readonly factors: readonly Factor[]; readonly values: FactorValues; readonly onChange: (code: string, value: FactorValue | undefined) => void }

/** What a method asks for, one control for each factor. */
export function FactorFields({ factors, values, onChange }: Props) {
  const locale = useLocale()
  return (
    <div className={styles.factors}>
      {factors.map((factor) => (
        <fieldset key={factor.code} className={styles.factor} data-testid={`factor-${factor.code}`}>
          <legend>{factor.labels[locale]}</legend>
          <FactorControl factor={factor} value={values[factor.code]} onChange={(value) => onChange(factor.code, value)} />
        </fieldset>
      ))}
    </div>
  )
}

/** A short list stands open, a long one (fields of work) is searched. */
const longestOpenList = 6

function FactorControl({ factor, value, onChange }: { factor: Factor; value: FactorValue | undefined; onChange: (value: FactorValue | undefined) => void }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const label = factor.labels[locale]
  if (factor.kind === 'criterion') {
    return <Radio.Group aria-label={label} value={value} optionType="button" options={[{ value: true, label: t('yes') }, { value: false, label: t('no') }]} onChange={(event) => onChange(event.target.value === true)} />
  }
  if (factor.kind === 'range') {
    return <InputNumber aria-label={label} min={factor.min} max={factor.max} {...(factor.whole ? { precision: 0 } : {})} value={typeof value === 'number' ? value : null} placeholder={`${factor.min}–${factor.max}`} onChange={(number) => onChange(number ?? undefined)} />
  }
  const options = factor.options.map((option) => ({ value: option.value, label: factor.kind === 'options' ? `${option.labels[locale]} ${option.value}` : option.labels[locale] }))
  if (options.length > longestOpenList) {
    return <Select aria-label={label} style={{ width: '100%' }} options={options} value={typeof value === 'boolean' ? undefined : value} showSearch={{ optionFilterProp: 'label' }} onChange={(chosen: string | number) => onChange(chosen)} />
  }
  return <Radio.Group aria-label={label} className={styles.values} value={value} optionType="button" options={options} onChange={(event) => onChange(event.target.value as FactorValue)} />
}
