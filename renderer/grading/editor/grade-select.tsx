import { Select } from 'antd'
import { compareSeverity } from '#shared/model/scales.ts'
import { ScaleGrade } from '../scale-grade.tsx'
import { useChecked } from './problems.tsx'

/** One grade of the method's scale. */
export function GradeSelect({ value, onChange, label }: { value: string; onChange: (grade: string) => void; label: string }) {
  const { scale } = useChecked()
  const options = scale.levels.toSorted((a, b) => compareSeverity(b, a)).map(({ code }) => ({ value: code, label: <ScaleGrade scale={scale} code={code} /> }))
  return <Select value={value} onChange={onChange} aria-label={label} options={options} popupMatchSelectWidth={false} data-testid="grade-select" />
}
