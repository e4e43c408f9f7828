import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/app/connection.tsx'
import { useDepartments } from '#renderer/components/use-departments.ts'
import { Field } from '#renderer/publicity/field.tsx'

/** The words of an entry, and who owns it. */
export interface EntryWords { readonly problem: string; readonly cause: string; readonly departmentId: string | null; readonly ownerPostId: string | null; readonly owner: string; readonly measure: string }

export const noWords: EntryWords = { problem: '', cause: '', departmentId: null, ownerPostId: null, owner: '', measure: '' }

export function WordsFields({ value, onChange }: { value: EntryWords; onChange: (value: EntryWords) => void }) {
  const { t } = useTranslation('rectification')
  const api = useApi()
  const departments = useDepartments()
  const posts = useQuery(api.organisation.posts.queryOptions({ input: {} })).data ?? []
  const offered = posts.filter(({ departmentId }) => value.departmentId === null || departmentId === value.departmentId)
  const text = (key: 'problem' | 'cause' | 'measure', rows: number, focus = false) => (
    <Field label={t(`field.${key}`)} required={key === 'problem'}>{(id) => <Input.TextArea id={id} autoFocus={focus} rows={rows} maxLength={key === 'problem' ? 5000 : 40_000} value={value[key]} onChange={(event) => onChange({ ...value, [key]: event.target.value })} data-testid={`field-${key}`} />}</Field>
  )
  return (
    <>
      {text('problem', 2, true)}
      {text('cause', 1)}
      <Field label={t('field.department')}>{(id) => <Select id={id} allowClear showSearch={{ optionFilterProp: 'label' }} style={{ width: '100%' }} options={departments.choices} value={value.departmentId} onChange={(departmentId: string | undefined) => onChange({ ...value, departmentId: departmentId ?? null, ownerPostId: null })} data-testid="field-department" />}</Field>
      <Field label={t('field.ownerPost')}>{(id) => (
        <Select
          id={id} allowClear showSearch={{ optionFilterProp: 'label' }} style={{ width: '100%' }} value={value.ownerPostId} options={offered.map((post) => ({ value: post.id, label: value.departmentId === null ? `${departments.label(post.departmentId)} · ${post.name}` : post.name }))}
          onChange={(postId: string | undefined) => onChange({ ...value, ownerPostId: postId ?? null, departmentId: posts.find((post) => post.id === postId)?.departmentId ?? value.departmentId })}
        />
      )}</Field>
      <Field label={t('field.owner')}>{(id) => <Input id={id} value={value.owner} maxLength={100} placeholder={t('field.owner.hint')} onChange={(event) => onChange({ ...value, owner: event.target.value })} data-testid="field-owner" />}</Field>
      {text('measure', 2)}
    </>
  )
}
