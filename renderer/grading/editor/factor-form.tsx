import { Radio } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RangeFactor, ScoredFactor } from '#shared/model/grading/factors.ts'
import { OptionsTable } from './options-table.tsx'
import styles from '../grading.module.css'
import { NamesInput } from './names-input.tsx'
import { NumberInput } from './number-input.tsx'
import { ProblemsAt } from './problems.tsx'

interface Props {
  readonly factor: ScoredFactor
  readonly index: number
  readonly onChange: (factor: ScoredFactor) => void
  /** What else belongs to the factor: its weight, a button to remove it. */
  readonly children?: ReactNode
}

/** One factor: what it is called and what it can be, described steps or any number in a range. */
export function FactorForm({ factor, index, onChange, children }: Props) {
  const { t } = useTranslation('grading')
  const path = ['factors', index]
  const { code, labels } = factor
  const asOptions = (): ScoredFactor => ({ kind: 'options', code, labels, options: [{ value: 1, labels: { 'zh-CN': '', en: '' } }, { value: 2, labels: { 'zh-CN': '', en: '' } }] })
  const asRange = (): ScoredFactor => ({ kind: 'range', code, labels, min: 0, max: 100, whole: false })
  return (
    <fieldset className={styles.block} data-testid="factor" data-factor={code}>
      <legend>{t('factor.number', { number: index + 1 })}</legend>
      <div className={styles.line}>
        <NamesInput value={labels} what={t('factor.number', { number: index + 1 })} onChange={(next) => onChange({ ...factor, labels: next })} />
        {children}
      </div>
      <ProblemsAt path={path} />
      <Radio.Group
        value={factor.kind} aria-label={t('factor.kind')} onChange={(event) => onChange(event.target.value === 'range' ? asRange() : asOptions())}
        options={[{ value: 'options', label: t('factor.options') }, { value: 'range', label: t('factor.range') }]}
      />
      {factor.kind === 'options' ? <OptionsTable options={factor.options} path={path} onChange={(options) => onChange({ ...factor, options })} /> : <RangeForm factor={factor} onChange={onChange} />}
    </fieldset>
  )
}

export function RangeForm({ factor, onChange }: { factor: RangeFactor; onChange: (factor: RangeFactor) => void }) {
  const { t } = useTranslation('grading')
  return (
    <div className={styles.line}>
      <span>{t('range.from')}</span>
      <NumberInput value={factor.min} label={t('range.from')} onChange={(min) => onChange({ ...factor, min })} />
      <span>{t('range.to')}</span>
      <NumberInput value={factor.max} label={t('range.to')} onChange={(max) => onChange({ ...factor, max })} />
      <Radio.Group value={factor.whole} onChange={(event) => onChange({ ...factor, whole: event.target.value === true })} options={[{ value: true, label: t('range.whole') }, { value: false, label: t('range.any') }]} />
    </div>
  )
}
