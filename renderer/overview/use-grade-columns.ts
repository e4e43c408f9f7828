import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Overview } from '#shared/contract/overview.ts'
import { gradeColumns, gradeRows } from '#renderer/components/charts/grade-rows.ts'
import type { GradeColumn } from '#renderer/components/charts/grade-rows.ts'
import { useScale } from '#renderer/components/use-scale.ts'

/** The grades every figure of the overview is cut by. */
export function useGradeColumns({ riskPointsByGrade }: Overview): GradeColumn[] {
  const { t } = useTranslation()
  const { grades, label } = useScale()
  return useMemo(() => {
    const rows = gradeRows(riskPointsByGrade, () => '', () => '')
    return gradeColumns(grades, rows, (code) => (code === '' ? t('ungraded') : label(code)))
  }, [riskPointsByGrade, grades, label, t])
}
