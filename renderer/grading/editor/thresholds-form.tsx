import { useTranslation } from 'react-i18next'
import type { Threshold } from '#shared/model/grading/definition.ts'
import { compareSeverity } from '#shared/model/scales.ts'
import { useChecked, ProblemsAt } from './problems.tsx'
import { replaced, without } from './definition-draft.ts'
import styles from '../grading.module.css'
import { GradeSelect } from './grade-select.tsx'
import { NumberInput } from './number-input.tsx'
import { AddButton, RemoveButton } from './row-buttons.tsx'

interface Props { readonly value: readonly Threshold[]; readonly onChange: (value: Threshold[]) => void; readonly heading: string }

/** From which score on which grade; the bound itself belongs to the band. */
export function ThresholdsForm({ value, onChange, heading }: Props) {
  const { t } = useTranslation('grading')
  const { scale } = useChecked()
  const add = () => {
    const used = new Set(value.map(({ grade }) => grade))
    const free = scale.levels.toSorted(compareSeverity).find(({ code }) => !used.has(code)) ?? scale.levels[0]
    onChange([...value, { atLeast: (value.at(-1)?.atLeast ?? 1) - 1, grade: free?.code ?? '' }])
  }
  return (
    <fieldset className={styles.block}>
      <legend>{heading}</legend>
      <p className={styles.quiet}>{t('bands.text')}</p>
      <table className={styles.edit} data-testid="thresholds">
        <thead><tr><th scope="col">{t('bands.grade')}</th><th scope="col">{t('bands.at-least')}</th><th /></tr></thead>
        <tbody>
          {value.map((band, index) => (
            // A band has no name of its own; its place in the order is what it is.
            <tr key={index}>
              <td><GradeSelect value={band.grade} label={t('bands.grade-of', { number: index + 1 })} onChange={(grade) => onChange(replaced(value, index, { ...band, grade }))} /></td>
              <td><NumberInput value={band.atLeast} label={t('bands.at-least-of', { number: index + 1 })} testId="at-least" onChange={(atLeast) => onChange(replaced(value, index, { ...band, atLeast }))} /><ProblemsAt path={['thresholds', index]} /></td>
              <td><RemoveButton label={t('bands.remove')} disabled={value.length === 1} onClick={() => onChange(without(value, index))} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      <AddButton label={t('bands.add')} onClick={add} />
    </fieldset>
  )
}
