import { Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Condition, OverrideRule } from '#shared/model/grading/overrides.ts'
import { compareSeverity } from '#shared/model/scales.ts'
import { useVocabulary } from '#renderer/components/use-vocabulary.ts'
import { useLocale } from '#renderer/app/language.ts'
import { freeName, replaced, without } from './definition-draft.ts'
import styles from '../grading.module.css'
import { GradeSelect } from './grade-select.tsx'
import { NamesInput } from './names-input.tsx'
import { ProblemsAt, useChecked } from './problems.tsx'
import { AddButton, RemoveButton } from './row-buttons.tsx'

interface Props { readonly rules: readonly OverrideRule[]; readonly onChange: (rules: OverrideRule[]) => void }

/** Rules that force at least a grade. */
export function OverridesForm({ rules, onChange }: Props) {
  const { t } = useTranslation('grading')
  const { scale } = useChecked()
  const heaviest = scale.levels.toSorted(compareSeverity).at(-1)?.code ?? ''
  const add = () => onChange([...rules, { code: freeName('rule', rules.map(({ code }) => code)), labels: { 'zh-CN': '', en: '' }, when: { fact: 'pastCase', is: true }, atLeast: heaviest, enabled: true }])
  return (
    <fieldset className={styles.block}>
      <legend>{t('overrides')}</legend>
      <p className={styles.quiet}>{t('overrides.text')}</p>
      <ul className={styles.rules} data-testid="overrides">
        {rules.map((rule, index) => (
          <li key={rule.code} data-testid="override" data-enabled={rule.enabled} data-code={rule.code}>
            <RuleForm rule={rule} number={index + 1} onChange={(next) => onChange(replaced(rules, index, next))} onRemove={() => onChange(without(rules, index))} />
            <ProblemsAt path={['overrides', index]} />
          </li>
        ))}
      </ul>
      <div><AddButton label={t('overrides.add')} onClick={add} /></div>
    </fieldset>
  )
}

function RuleForm({ rule, number, onChange, onRemove }: { rule: OverrideRule; number: number; onChange: (rule: OverrideRule) => void; onRemove: () => void }) {
  const { t } = useTranslation('grading')
  const locale = useLocale()
  const name = rule.labels[locale] || t('overrides.rule', { number })
  return (
    <>
      <div className={styles.line}>
        <Switch checked={rule.enabled} size="small" aria-label={t('overrides.enabled', { name })} onChange={(enabled) => onChange({ ...rule, enabled })} data-testid="override-enabled" />
        <NamesInput long value={rule.labels} what={t('overrides.rule', { number })} onChange={(labels) => onChange({ ...rule, labels })} />
        <RemoveButton label={t('overrides.remove')} disabled={false} onClick={onRemove} />
      </div>
      <div className={styles.line}>
        <span>{t('overrides.when')}</span>
        <ConditionForm condition={rule.when} onChange={(when) => onChange({ ...rule, when })} />
        <span>{t('overrides.at-least')}</span>
        <GradeSelect value={rule.atLeast} label={t('overrides.at-least-of', { name })} onChange={(atLeast) => onChange({ ...rule, atLeast })} />
      </div>
    </>
  )
}

const facts = ['powerType', 'discretionWithoutBenchmark', 'pastCase', 'threeMajors'] as const
type Fact = (typeof facts)[number]

function ConditionForm({ condition, onChange }: { condition: Condition; onChange: (condition: Condition) => void }) {
  const { t } = useTranslation('grading')
  const types = useVocabulary().choices('power-type')
  const choose = (fact: Fact) => onChange(fact === 'powerType' ? { fact, in: [] } : { fact, is: true })
  return (
    <>
      <Select value={condition.fact} aria-label={t('overrides.fact')} onChange={choose} options={facts.map((value) => ({ value, label: t(`fact.${value}`) }))} popupMatchSelectWidth={false} />
      {condition.fact === 'powerType'
        ? <Select mode="multiple" className={styles.types ?? ''} value={condition.in} aria-label={t('fact.powerType')} placeholder={t('overrides.types')} {...(condition.in.length === 0 ? { status: 'warning' as const } : {})} onChange={(codes: string[]) => onChange({ fact: 'powerType', in: codes })} options={types} maxTagCount="responsive" />
        : <Select value={condition.is ? 'yes' : 'no'} aria-label={t('overrides.holds')} onChange={(value) => onChange({ ...condition, is: value === 'yes' })} options={[{ value: 'yes', label: t('overrides.is') }, { value: 'no', label: t('overrides.is-not') }]} />}
    </>
  )
}
