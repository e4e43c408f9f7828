import { useTranslation } from 'react-i18next'
import type { OptionFactor } from '#shared/model/grading/factors.ts'
import type { Problem } from '#shared/model/grading/problem.ts'
import { replaced, without } from './definition-draft.ts'
import styles from '../grading.module.css'
import { NamesInput } from './names-input.tsx'
import { NumberInput } from './number-input.tsx'
import { ProblemsAt } from './problems.tsx'
import { AddButton, RemoveButton } from './row-buttons.tsx'

type Option = OptionFactor['options'][number]
interface Props {
  readonly options: readonly Option[]
  readonly onChange: (options: Option[], change: { readonly kind: 'edit' | 'add' | 'remove'; readonly index: number }) => void
  readonly path: Problem['path']
}

/** The values a factor can take, each with its words. */
export function OptionsTable({ options, onChange, path }: Props) {
  const { t } = useTranslation('grading')
  const add = () => onChange([...options, { value: Math.max(...options.map(({ value }) => value)) + 1, labels: { 'zh-CN': '', en: '' } }], { kind: 'add', index: options.length })
  return (
    <>
      <table className={styles.edit}>
        <thead><tr><th scope="col">{t('options.value')}</th><th scope="col">{t('options.words')}</th><th /></tr></thead>
        <tbody>
          {options.map((option, index) => (
            <tr key={index}>
              <td><NumberInput value={option.value} label={t('options.value-of', { number: index + 1 })} testId="option-value" onChange={(value) => onChange(replaced(options, index, { ...option, value }), { kind: 'edit', index })} /></td>
              <td><NamesInput value={option.labels} what={t('options.words-of', { number: index + 1 })} onChange={(labels) => onChange(replaced(options, index, { ...option, labels }), { kind: 'edit', index })} /><ProblemsAt path={[...path, 'options', index]} /></td>
              <td><RemoveButton label={t('options.remove')} disabled={options.length === 1} onClick={() => onChange(without(options, index), { kind: 'remove', index })} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      <AddButton label={t('options.add')} onClick={add} />
    </>
  )
}
