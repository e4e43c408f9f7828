import { DatePicker, Input, Radio, Select } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { FormField } from './form-field.ts'

interface Props {
  readonly id?: string | undefined
  readonly field: FormField
  readonly value: unknown
  readonly onChange: (value: string | boolean | string[] | null) => void
  readonly placeholder?: string | undefined
}

/** The control for one field. An emptied field is null: nothing set. */
export function FieldInput({ id, field, value, onChange, placeholder }: Props) {
  const { t } = useTranslation()
  const text = typeof value === 'string' ? value : ''
  const common = { 'aria-label': field.label, 'data-testid': `field-${field.name}`, ...(id === undefined ? {} : { id }), ...(placeholder === undefined ? {} : { placeholder }) }
  switch (field.kind) {
    case 'own': return field.control?.({ id, value, onChange }) ?? null
    case 'text': return <Input {...common} value={text} onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)} />
    case 'long-text': return <Input.TextArea {...common} value={text} onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)} />
    case 'lines': return <Input.TextArea {...common} value={Array.isArray(value) ? value.join('\n') : ''} onChange={(event) => onChange(event.target.value === '' ? [] : event.target.value.split('\n'))} />
    case 'choice': return (
      <Select {...common} style={{ width: '100%' }} allowClear={field.required !== true} showSearch={{ optionFilterProp: 'label' }} options={known(field, text)} value={text === '' ? undefined : text} placeholder={placeholder ?? t('none')} onChange={(code: string | undefined) => onChange(code ?? null)} />
    )
    case 'date': return <DatePicker {...common} style={{ width: '100%' }} value={text === '' ? null : dayjs(text)} onChange={(date: dayjs.Dayjs | null) => onChange(date?.format('YYYY-MM-DD') ?? null)} />
    case 'yes-no': return (
      <Radio.Group {...common} value={value === true} onChange={(event) => onChange(event.target.value === true)} options={[{ value: true, label: t('yes') }, { value: false, label: t('no') }]} />
    )
  }
}

/** A code that is no longer offered (an inactive entry) still shows as what it is. */
function known({ choices = [] }: FormField, value: string) {
  return value === '' || choices.some((choice) => choice.value === value) ? [...choices] : [...choices, { value, label: value }]
}
