import { InputNumber } from 'antd'

interface Props { readonly value: number; readonly onChange: (value: number) => void; readonly label: string; readonly testId?: string; readonly suffix?: string }

/** A number; while the field is empty the last number stands. */
export function NumberInput({ value, onChange, label, testId, suffix }: Props) {
  return <InputNumber value={value} controls={false} aria-label={label} onChange={(next) => { if (typeof next === 'number') onChange(next) }} {...(suffix === undefined ? {} : { suffix })} {...(testId === undefined ? {} : { 'data-testid': testId })} />
}
