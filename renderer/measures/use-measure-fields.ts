import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { measureFrequencies } from '#shared/model/controls.ts'
import { measureProgresses, measureTerms } from '#shared/model/states.ts'
import type { FormField } from '#renderer/components/form/form-field.ts'
import { useDepartments, usePostsEverywhere } from '#renderer/components/use-departments.ts'
import { useVocabulary } from '#renderer/components/use-vocabulary.ts'

const kinds = {
  content: { kind: 'long-text', required: true },
  kindCode: { kind: 'choice', half: true },
  departmentId: { kind: 'choice', half: true },
  owner: { kind: 'text', half: true },
  ownerPostId: { kind: 'choice', half: true },
  term: { kind: 'choice', half: true, required: true },
  dueOn: { kind: 'date', half: true },
  frequency: { kind: 'choice', half: true },
  progress: { kind: 'choice', half: true, required: true },
  doneOn: { kind: 'date', half: true },
  remarks: { kind: 'long-text' },
} as const satisfies Record<string, Omit<FormField, 'name' | 'label'>>

export type MeasureFieldName = keyof typeof kinds

/** Every field of a control measure. */
export function useMeasureFields(): Readonly<Record<MeasureFieldName, FormField>> {
  const { t } = useTranslation(['fields', 'states'])
  const vocabulary = useVocabulary()
  const departments = useDepartments()
  const posts = usePostsEverywhere()
  return useMemo(() => {
    const field = (name: MeasureFieldName, more: Partial<FormField> = {}): FormField => ({ name, label: t(`fields:control-measure.${name}`), ...kinds[name], ...more })
    return {
      content: field('content'),
      kindCode: field('kindCode', { choices: vocabulary.choices('measure-kind') }),
      departmentId: field('departmentId', { choices: departments.choices }),
      owner: field('owner'),
      ownerPostId: field('ownerPostId', { choices: posts.choices }),
      term: field('term', { choices: measureTerms.map((value) => ({ value, label: t(`states:term.${value}`) })) }),
      dueOn: field('dueOn'),
      frequency: field('frequency', { choices: measureFrequencies.map((value) => ({ value, label: t(`states:frequency.${value}`) })) }),
      progress: field('progress', { choices: measureProgresses.map((value) => ({ value, label: t(`states:progress.${value}`) })) }),
      doneOn: field('doneOn'),
      remarks: field('remarks'),
    }
  }, [t, vocabulary, departments, posts])
}
