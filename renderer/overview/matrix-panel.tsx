import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Overview } from '#shared/contract/overview.ts'
import { grade } from '#shared/model/grading/grade.ts'
import type { Scale } from '#shared/model/scales.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { ChartPanel } from '#renderer/components/charts/chart-panel.tsx'
import type { GradeColumn } from '#renderer/components/charts/grade-rows.ts'
import { RiskMatrix } from '#renderer/components/charts/risk-matrix.tsx'
import type { MatrixCell, MatrixStep } from '#renderer/components/charts/risk-matrix.tsx'
import { useScale } from '#renderer/components/use-scale.ts'
import { axisSteps, matrixAxes } from './matrix-axes.ts'
import type { MatrixAxes } from './matrix-axes.ts'
import styles from './overview.module.css'

/** Risk points by likelihood and consequence, with the words of the method they were graded by. */
export function MatrixPanel({ matrix, columns }: { matrix: Overview['matrix']; columns: readonly GradeColumn[] }) {
  const { t } = useTranslation('overview')
  const api = useApi()
  const locale = useLocale()
  const { scale } = useScale()
  const { data } = useQuery(api.grading.methods.queryOptions())
  if (data === undefined || scale === undefined) return <ChartPanel title={t('matrix.title')}><div className={styles.matrixShape} /></ChartPanel>
  const axes = matrixAxes(data.methods, matrix)
  if (axes === undefined || matrix.length === 0) return <NoMatrix />
  const likelihoods = axisSteps(axes.likelihood, matrix.map(({ likelihood }) => likelihood), locale).toReversed()
  const consequences = axisSteps(axes.consequence, matrix.map(({ consequence }) => consequence), locale)
  const placed = matrix.reduce((sum, { points }) => sum + points, 0)
  return (
    <ChartPanel title={t('matrix.title')} note={t('matrix.note', { points: placed })} testId="matrix">
      <RiskMatrix
        title={t('matrix.title')} likelihoodTitle={axes.likelihood.labels[locale]} consequenceTitle={axes.consequence.labels[locale]}
        likelihoods={likelihoods} consequences={consequences}
        cellOf={(likelihood, consequence) => cellAt({ matrix, axes, scale, columns }, likelihood, consequence)}
        listOf={(likelihood, consequence) => ({ to: '/risks', search: { likelihood: likelihood.value, consequence: consequence.value } })}
      />
    </ChartPanel>
  )
}

function NoMatrix() {
  const { t } = useTranslation('overview')
  return (
    <ChartPanel title={t('matrix.title')} testId="matrix">
      <p className={styles.quiet}>{t('matrix.empty')}</p>
      <p className={styles.quiet}><Link to="/settings/$" params={{ _splat: 'methods' }}>{t('matrix.methods')}</Link></p>
    </ChartPanel>
  )
}

interface MatrixFigures {
  readonly matrix: Overview['matrix']
  readonly axes: MatrixAxes
  readonly scale: Scale
  readonly columns: readonly GradeColumn[]
}

function cellAt({ matrix, axes, scale, columns }: MatrixFigures, likelihood: MatrixStep, consequence: MatrixStep): MatrixCell {
  const column = (code: string): GradeColumn => columns.find((known) => known.code === code) ?? { code, label: code, colour: 'none' }
  const here = matrix.filter((count) => count.likelihood === likelihood.value && count.consequence === consequence.value)
  const computed = gradeAt(axes, scale, { likelihood: likelihood.value, consequence: consequence.value })
  const departs = here.some(({ gradeCode }) => gradeCode !== computed)
  return {
    points: here.reduce((sum, { points }) => sum + points, 0),
    grade: computed === undefined ? undefined : column(computed),
    given: departs ? columns.flatMap((given) => here.filter(({ gradeCode }) => gradeCode === given.code).map(({ points }) => ({ grade: given, points }))) : [],
  }
}

/** The grade the method gives a pair by itself; undefined where it does not know the values, its scale is another, or it asks for more. */
function gradeAt({ definition }: MatrixAxes, scale: Scale, factors: { likelihood: number; consequence: number }): string | undefined {
  if (definition.scale !== scale.code) return undefined
  const graded = grade({ ...definition, overrides: [] }, scale, factors, {})
  return graded.ok ? graded.computed : undefined
}
