import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '#renderer/app/connection.tsx'
import type { FormField } from '#renderer/components/form/form-field.ts'
import { RemoteSelect } from '#renderer/components/remote-select.tsx'
import { useDepartments, usePosts } from '#renderer/components/use-departments.ts'
import { useVocabulary } from '#renderer/components/use-vocabulary.ts'

type FieldName = 'manifestation' | 'title' | 'categoryCode' | 'existingRules' | 'pastCase' | 'powerId' | 'stepId' | 'departmentId' | 'postId' | 'directOwner' | 'departmentHead' | 'responsibleLeader'

/** Every field of a risk point; posts are those of the department. */
export function useRiskFields(departmentId: string | null | undefined, power: { readonly name: string | undefined; readonly steps: readonly { readonly id: string; readonly name: string }[] }): Readonly<Record<FieldName, FormField>> {
  const { t } = useTranslation(['risks', 'fields'])
  const client = useClient()
  const vocabulary = useVocabulary()
  const departments = useDepartments()
  const posts = usePosts(departmentId)
  return useMemo(() => {
    const field = (name: FieldName, more: Omit<FormField, 'name' | 'label'>): FormField => ({ name, label: t(`fields:risk-point.${name}`), ...more })
    const findPowers = async (text: string) =>
      (await client.powers.list({ limit: 20, filter: text === '' ? {} : { text } })).rows.map(({ id, name, code }) => ({ value: id, label: name, note: code }))
    return {
      manifestation: field('manifestation', { kind: 'long-text', required: true }),
      title: field('title', { kind: 'text', half: true }),
      categoryCode: field('categoryCode', { kind: 'choice', half: true, choices: vocabulary.choices('risk-category') }),
      existingRules: field('existingRules', { kind: 'long-text' }),
      pastCase: field('pastCase', { kind: 'yes-no', half: true }),
      powerId: field('powerId', {
        kind: 'own', required: true,
        control: ({ id, value, onChange }) => (
          <RemoteSelect id={id} label={t('fields:risk-point.powerId')} placeholder={t('power.search')} value={typeof value === 'string' ? value : undefined} valueLabel={power.name} queryKey={['pick-power']} find={findPowers} onChange={(chosen) => onChange(chosen ?? null)} testId="field-powerId" />
        ),
      }),
      stepId: field('stepId', { kind: 'choice', half: true, choices: power.steps.map(({ id, name }) => ({ value: id, label: name })) }),
      departmentId: field('departmentId', { kind: 'choice', half: true, choices: departments.choices }),
      postId: field('postId', { kind: 'choice', half: true, choices: posts }),
      directOwner: field('directOwner', { kind: 'text', half: true }),
      departmentHead: field('departmentHead', { kind: 'text', half: true }),
      responsibleLeader: field('responsibleLeader', { kind: 'text', half: true }),
    }
  }, [t, client, vocabulary, departments, posts, power])
}
