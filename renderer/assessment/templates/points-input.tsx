import { InputNumber } from 'antd'

interface Props { readonly value: number; readonly label: string; readonly reads: boolean; readonly whole?: boolean; readonly most?: number; readonly onChange: (value: number) => void; readonly testId?: string }

/** Points, in hundredths at the finest, or a whole number; while the field is empty the last number stands. */
export function PointsInput({ value, label, reads, whole = false, most = 1000, onChange, testId }: Props) {
  return <InputNumber value={value} min={0} max={most} precision={whole ? 0 : 2} controls={false} disabled={reads} aria-label={label} style={{ width: 68 }} formatter={(shown) => (shown === undefined ? '' : String(Number(shown)))} onChange={(next) => { if (next !== null) onChange(Number(next)) }} {...(testId === undefined ? {} : { 'data-testid': testId })} />
}
