import { Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { DayField, Field } from './field.tsx'

/** What a list is called, where it is posted, and how long. */
export interface ListHead { readonly title: string; readonly place: string; readonly startsOn: string; readonly endsOn: string }

interface Props {
  readonly value: ListHead
  /** Working days from the first to the last; nothing where only the dates are known. */
  readonly days: number | null
  readonly onChange: (part: Partial<ListHead>) => void
  /** The last day is reckoned from the first and the working days. */
  readonly onReckon: (startsOn: string, days: number | null) => void
}

export function HeadFields({ value, days, onChange, onReckon }: Props) {
  const { t } = useTranslation(['publicity', 'rectification'])
  return (
    <>
      <Field label={t('field.title')} required>{(id) => <Input id={id} autoFocus value={value.title} maxLength={200} onChange={(event) => onChange({ title: event.target.value })} data-testid="list-title" />}</Field>
      <Field label={t('field.place')}>{(id) => <Input id={id} value={value.place} maxLength={500} onChange={(event) => onChange({ place: event.target.value })} data-testid="list-place" />}</Field>
      <Field label={t('field.startsOn')}>{(id) => <DayField id={id} label={t('field.startsOn')} value={value.startsOn} onChange={(day) => onReckon(day, days)} />}</Field>
      <Field label={t('field.days')}>{(id) => <InputNumber id={id} min={1} max={250} precision={0} suffix={t('rectification:field.days.unit')} value={days} onChange={(count) => { if (count !== null) onReckon(value.startsOn, count) }} style={{ width: 148 }} data-testid="list-days" />}</Field>
      <Field label={t('field.endsOn')}>{(id) => <DayField id={id} label={t('field.endsOn')} value={value.endsOn} onChange={(endsOn) => onChange({ endsOn })} />}</Field>
    </>
  )
}
