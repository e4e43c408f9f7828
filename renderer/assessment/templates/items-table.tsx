import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { formulaKinds } from '#shared/model/assessment/definition.ts'
import type { Computed, Formula } from '#shared/model/assessment/definition.ts'
import { indicatorCodes } from '#shared/model/assessment/indicators.ts'
import { RemoveButton } from '#renderer/grading/editor/row-buttons.tsx'
import styles from './editor.module.css'
import { OwnText } from './own-text.tsx'
import { replaced } from './part-props.ts'
import type { Definition } from './part-props.ts'
import { PointsInput } from './points-input.tsx'

type Item = Definition['bonus']['items'][number]

/** Items of a group: what is assessed, the rule, the points, and whether people or the register score it. */
export function ItemsTable({ items, reads, onChange }: { items: readonly Item[]; reads: boolean; onChange: (items: Item[]) => void }) {
  const { t } = useTranslation('assessment')
  if (items.length === 0) return null
  return (
    <table className={styles.items}>
      <thead><tr><th scope="col">{t('column.item')}</th><th scope="col">{t('column.rule')}</th><th scope="col" className={styles.points}>{t('column.points')}</th><th scope="col" className={styles.way}>{t('editor.way')}</th>{reads ? null : <th className={styles.remove} aria-label={t('editor.remove')} />}</tr></thead>
      <tbody>
        {items.map((item, at) => {
          const change = (part: Partial<Item>) => onChange(replaced(items, at, { ...item, ...part }))
          return (
            <tr key={item.code} data-testid="template-item" data-code={item.code}>
              <td><OwnText long value={item.text} label={t('column.item')} reads={reads} onChange={(text) => change({ text })} testId="item-text" /></td>
              <td><OwnText long value={item.rule} label={t('column.rule')} reads={reads} onChange={(rule) => change({ rule })} testId="item-rule" /></td>
              <td className={styles.points}><PointsInput value={item.points} label={t('column.points')} reads={reads} onChange={(points) => change({ points })} testId="item-points" /></td>
              <td className={styles.way}><Way item={item} reads={reads} onChange={(next) => onChange(replaced(items, at, next))} /></td>
              {reads ? null : <td className={styles.remove}><RemoveButton label={t('editor.remove')} disabled={false} onClick={() => onChange(replaced(items, at))} /></td>}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const firstOf: Readonly<Record<Formula['kind'], Formula>> = { share: { kind: 'share' }, deduction: { kind: 'deduction', perCase: 1, floor: 0 }, 'yes-no': { kind: 'yes-no', atLeast: 100 } }

function Way({ item, reads, onChange }: { item: Item; reads: boolean; onChange: (item: Item) => void }) {
  const { t } = useTranslation('assessment')
  const { computed, ...byPeople } = item
  const choose = (value: Computed['indicator'] | '') => onChange(value === '' ? byPeople : { ...item, computed: { indicator: value, formula: computed?.formula ?? firstOf.share, nothing: computed?.nothing ?? 'full' } })
  return (
    <>
      <Select<Computed['indicator'] | ''> style={{ width: '100%' }} disabled={reads} value={computed?.indicator ?? ''} aria-label={t('editor.indicator')} options={[{ value: '', label: t('editor.by-people') }, ...indicatorCodes.map((code) => ({ value: code, label: t(`indicator.${code}`) }))]} onChange={choose} />
      {computed === undefined ? null : <FormulaFields computed={computed} reads={reads} onChange={(next) => onChange({ ...item, computed: next })} />}
    </>
  )
}

function FormulaFields({ computed, reads, onChange }: { computed: Computed; reads: boolean; onChange: (computed: Computed) => void }) {
  const { t } = useTranslation('assessment')
  const { formula } = computed
  return (
    <div className={styles.formula}>
      <Select<Formula['kind']> size="small" style={{ width: 112 }} disabled={reads} value={formula.kind} aria-label={t('editor.formula')} options={formulaKinds.map((kind) => ({ value: kind, label: t(`formula.${kind}`) }))} onChange={(kind) => onChange({ ...computed, formula: firstOf[kind] })} />
      <Select<Computed['nothing']> size="small" style={{ width: 124 }} disabled={reads} value={computed.nothing} aria-label={t('editor.nothing')} title={t('editor.nothing')} options={(['full', 'zero'] as const).map((value) => ({ value, label: t(`editor.nothing.${value}`) }))} popupMatchSelectWidth={false} onChange={(nothing) => onChange({ ...computed, nothing })} />
      {formula.kind !== 'deduction' ? null : (
        <>
          <label>{t('editor.per-case')}<PointsInput value={formula.perCase} label={t('editor.per-case')} reads={reads} onChange={(perCase) => onChange({ ...computed, formula: { ...formula, perCase } })} /></label>
          <label>{t('editor.floor')}<PointsInput value={formula.floor} label={t('editor.floor')} reads={reads} onChange={(floor) => onChange({ ...computed, formula: { ...formula, floor } })} /></label>
        </>
      )}
      {formula.kind !== 'yes-no' ? null : <label>{t('editor.at-least')}<PointsInput whole most={100} value={formula.atLeast} label={t('editor.at-least')} reads={reads} onChange={(atLeast) => onChange({ ...computed, formula: { ...formula, atLeast: Math.max(1, atLeast) } })} />{t('editor.percent')}</label>}
    </div>
  )
}
