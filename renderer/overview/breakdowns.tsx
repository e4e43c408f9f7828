import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Overview } from '#shared/contract/overview.ts'
import { GradeBreakdown } from '#renderer/components/charts/grade-breakdown.tsx'
import { gradeRows, sortRows } from '#renderer/components/charts/grade-rows.ts'
import type { GradeColumn } from '#renderer/components/charts/grade-rows.ts'
import { useVocabulary } from '#renderer/components/use-vocabulary.ts'
import styles from './overview.module.css'

/** Risk points by grade and department, by grade and category. */
export function Breakdowns({ overview, columns }: { overview: Overview; columns: readonly GradeColumn[] }) {
  const { t } = useTranslation('overview')
  const { label } = useVocabulary()
  const departments = useMemo(() => sortRows(gradeRows(overview.byDepartment, ({ departmentId }) => departmentId,
    ({ departmentId, departmentName }) => (departmentId === '' ? t('departments.none') : departmentName)), columns), [overview.byDepartment, columns, t])
  const categories = useMemo(() => sortRows(gradeRows(overview.byCategory, ({ categoryCode }) => categoryCode,
    ({ categoryCode }) => (categoryCode === '' ? t('categories.none') : label('risk-category', categoryCode))), columns), [overview.byCategory, columns, t, label])
  return (
    <div className={styles.pair}>
      <GradeBreakdown
        name="departments" title={t('departments.title')} rowsTitle={t('departments.row')} rows={departments} columns={columns}
        listOf={({ key }, grade) => ({ to: '/risks', search: { department: [key], grade: grade === undefined ? undefined : [grade.code] } })}
      />
      <GradeBreakdown
        name="categories" title={t('categories.title')} rowsTitle={t('categories.row')} rows={categories} columns={columns}
        listOf={({ key }, grade) => ({ to: '/risks', search: { category: [key], grade: grade === undefined ? undefined : [grade.code] } })}
      />
    </div>
  )
}
