import { useTranslation } from 'react-i18next'
import type { DefinitionOf } from '#shared/model/grading/definition.ts'
import { freeName, replaced, without } from './definition-draft.ts'
import styles from '../grading.module.css'
import { GradeSelect } from './grade-select.tsx'
import { NamesInput } from './names-input.tsx'
import { ProblemsAt, useChecked } from './problems.tsx'
import { AddButton, RemoveButton } from './row-buttons.tsx'

interface Props { readonly definition: DefinitionOf<'choice'>; readonly onChange: (definition: DefinitionOf<'choice'>) => void }

/** The list from which the grade is picked. */
export function ChoiceForm({ definition, onChange }: Props) {
  const { t } = useTranslation('grading')
  const { scale } = useChecked()
  const { factor } = definition
  const put = (options: typeof factor.options) => onChange({ ...definition, factor: { ...factor, options } })
  const add = () => put([...factor.options, { value: freeName('option', factor.options.map(({ value }) => value)), grade: factor.options.at(-1)?.grade ?? scale.levels[0]?.code ?? '', labels: { 'zh-CN': '', en: '' } }])
  return (
    <fieldset className={styles.block}>
      <legend>{t('choice.list')}</legend>
      <div className={styles.line}><span>{t('choice.asked')}</span><NamesInput value={factor.labels} what={t('choice.asked')} onChange={(labels) => onChange({ ...definition, factor: { ...factor, labels } })} /></div>
      <table className={styles.edit} data-testid="choices">
        <thead><tr><th scope="col">{t('choice.case')}</th><th scope="col">{t('bands.grade')}</th><th /></tr></thead>
        <tbody>
          {factor.options.map((option, index) => (
            <tr key={option.value}>
              <td><NamesInput long value={option.labels} what={t('choice.case-of', { number: index + 1 })} onChange={(labels) => put(replaced(factor.options, index, { ...option, labels }))} /><ProblemsAt path={['factor', 'options', index]} /></td>
              <td className={styles.gradeCell}><GradeSelect value={option.grade} label={t('choice.grade-of', { number: index + 1 })} onChange={(grade) => put(replaced(factor.options, index, { ...option, grade }))} /></td>
              <td><RemoveButton label={t('choice.remove')} disabled={factor.options.length === 1} onClick={() => put(without(factor.options, index))} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      <div><AddButton label={t('choice.add')} onClick={add} /></div>
    </fieldset>
  )
}
