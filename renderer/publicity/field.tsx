import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Scope } from '#shared/contract/publicity.ts'
import { useDepartments } from '#renderer/components/use-departments.ts'
import { useScale } from '#renderer/components/use-scale.ts'
import styles from './publicity.module.css'

/** A line of a form: what is asked, whether nothing can be saved without it, and where it is entered. */
export function Field({ label, required = false, children }: { label: string; required?: boolean; children: (id: string) => ReactNode }) {
  const id = useId()
  return <div className={styles.field}><label htmlFor={id}>{label}{required ? <span className={styles.required} aria-hidden="true"> *</span> : null}</label><div>{children(id)}</div></div>
}

/** A local calendar date `yyyy-mm-dd`. */
export function DayField({ id, value, onChange, label, testId }: { id?: string; value: string; onChange: (value: string) => void; label: string; testId?: string }) {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })} value={value === '' ? null : dayjs(value)} allowClear={false} aria-label={label} data-testid={testId}
      onChange={(day: dayjs.Dayjs | null) => { if (day !== null) onChange(day.format('YYYY-MM-DD')) }}
    />
  )
}

/** Which departments and grades a list takes in. */
export function ScopeFields({ value, onChange }: { value: Scope; onChange: (value: Scope) => void }) {
  const { t } = useTranslation('publicity')
  const departments = useDepartments()
  const { grades } = useScale()
  const select = (id: string, options: readonly { value: string; label: string }[], chosen: string[], choose: (codes: string[]) => void) => (
    <Select id={id} mode="multiple" allowClear maxTagCount="responsive" style={{ width: '100%' }} placeholder={t('field.everything')} options={[...options]} value={chosen} optionFilterProp="label" onChange={choose} />
  )
  return (
    <>
      <Field label={t('field.departments')}>{(id) => select(id, departments.choices, value.departmentIds, (departmentIds) => onChange({ ...value, departmentIds }))}</Field>
      <Field label={t('field.grades')}>{(id) => select(id, grades.map(({ code, label }) => ({ value: code, label })), value.gradeCodes, (gradeCodes) => onChange({ ...value, gradeCodes }))}</Field>
    </>
  )
}
