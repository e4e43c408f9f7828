import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { discretions } from '#shared/model/states.ts'
import type { FormField } from '#renderer/components/form/form-field.ts'
import { useDepartments, usePosts } from '#renderer/components/use-departments.ts'
import { useVocabulary } from '#renderer/components/use-vocabulary.ts'

const kinds = {
  name: { kind: 'long-text', required: true },
  subItem: { kind: 'text' },
  code: { kind: 'text', half: true },
  codeScheme: { kind: 'text', half: true },
  typeCode: { kind: 'choice', half: true },
  departmentId: { kind: 'choice', half: true },
  postId: { kind: 'choice', half: true },
  exercisedBy: { kind: 'text', half: true },
  legalBases: { kind: 'lines' },
  statutoryLimit: { kind: 'text', half: true },
  promisedLimit: { kind: 'text', half: true },
  publicity: { kind: 'text', half: true },
  feeBasis: { kind: 'long-text' },
  discretion: { kind: 'choice', half: true, required: true },
  benchmarkNo: { kind: 'text', half: true },
  benchmarkCalibratedOn: { kind: 'date', half: true },
  threeMajors: { kind: 'yes-no', half: true },
  pastCase: { kind: 'yes-no', half: true },
  steps: { kind: 'lines' },
  duties: { kind: 'long-text' },
  liability: { kind: 'long-text' },
  remarks: { kind: 'long-text' },
} as const satisfies Record<string, Omit<FormField, 'name' | 'label'>>

export type PowerFieldName = keyof typeof kinds

/** Every field of a power; posts are those of the department. */
export function usePowerFields(departmentId: string | null | undefined): Readonly<Record<PowerFieldName, FormField>> {
  const { t } = useTranslation(['powers', 'fields', 'states'])
  const vocabulary = useVocabulary()
  const departments = useDepartments()
  const posts = usePosts(departmentId)
  return useMemo(() => {
    const field = (name: PowerFieldName, more: Partial<FormField> = {}): FormField => ({ name, label: t(`fields:power.${name}`), ...kinds[name], ...more })
    return {
      name: field('name'), subItem: field('subItem'), code: field('code'), codeScheme: field('codeScheme'),
      typeCode: field('typeCode', { choices: vocabulary.choices('power-type') }),
      departmentId: field('departmentId', { choices: departments.choices }),
      postId: field('postId', { choices: posts }),
      exercisedBy: field('exercisedBy'),
      legalBases: field('legalBases', { note: t('legalBases.note') }),
      statutoryLimit: field('statutoryLimit'), promisedLimit: field('promisedLimit'), publicity: field('publicity'), feeBasis: field('feeBasis'),
      discretion: field('discretion', { choices: discretions.map((value) => ({ value, label: t(`states:discretion.${value}`) })) }),
      benchmarkNo: field('benchmarkNo'), benchmarkCalibratedOn: field('benchmarkCalibratedOn'),
      threeMajors: field('threeMajors'), pastCase: field('pastCase'),
      steps: field('steps', { note: t('steps.note') }),
      duties: field('duties'), liability: field('liability'), remarks: field('remarks'),
    }
  }, [t, vocabulary, departments, posts])
}
