import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Criteria } from '#shared/contract/adjustments.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { useDepartments } from '#renderer/components/use-departments.ts'
import { Field } from '#renderer/publicity/field.tsx'
import styles from '#renderer/publicity/publicity.module.css'

/** By what is looked for what an adjustment touches. */
export function CriteriaFields({ value, onChange }: { value: Criteria; onChange: (value: Criteria) => void }) {
  const { t } = useTranslation('adjustments')
  const api = useApi()
  const departments = useDepartments()
  const posts = useQuery(api.organisation.posts.queryOptions({ input: {} })).data ?? []
  const many = (id: string, key: 'departmentIds' | 'postIds', options: { value: string; label: string }[]) => (
    <Select id={id} mode="multiple" allowClear style={{ width: '100%' }} maxTagCount="responsive" options={options} optionFilterProp="label" value={value[key]} onChange={(ids: string[]) => onChange({ ...value, [key]: ids })} />
  )
  return (
    <div className={styles.form}>
      <Field label={t('find.basis')}>{(id) => <Input id={id} allowClear value={value.basis} maxLength={200} onChange={(event) => onChange({ ...value, basis: event.target.value })} data-testid="find-basis" />}</Field>
      <Field label={t('find.departments')}>{(id) => many(id, 'departmentIds', departments.choices)}</Field>
      <Field label={t('find.posts')}>{(id) => many(id, 'postIds', posts.map((post) => ({ value: post.id, label: `${departments.label(post.departmentId)} · ${post.name}` })))}</Field>
      <Field label={t('find.step')}>{(id) => <Input id={id} allowClear value={value.step} maxLength={100} onChange={(event) => onChange({ ...value, step: event.target.value })} data-testid="find-step" />}</Field>
      <Field label={t('find.powers')}>{(id) => <Powers id={id} value={value.powerIds} onChange={(powerIds) => onChange({ ...value, powerIds })} />}</Field>
    </div>
  )
}

/** Powers of the register, found while one types. */
function Powers({ id, value, onChange }: { id: string; value: string[]; onChange: (ids: string[]) => void }) {
  const api = useApi()
  const [text, setText] = useState('')
  const [known, setKnown] = useState<readonly { value: string; label: string }[]>([])
  const asked = useDeferredValue(text.trim())
  const { data } = useQuery(api.powers.list.queryOptions({ input: { filter: asked === '' ? {} : { text: asked }, limit: 30 } }))
  const options = (data?.rows ?? []).map((power) => ({ value: power.id, label: power.name }))
  const all = [...known.filter((one) => !options.some((option) => option.value === one.value)), ...options]
  return (
    <Select
      id={id} mode="multiple" allowClear style={{ width: '100%' }} maxTagCount="responsive" options={[...all]} value={value} showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      onChange={(ids: string[]) => { setKnown(all.filter((one) => ids.includes(one.value))); onChange(ids) }}
    />
  )
}
