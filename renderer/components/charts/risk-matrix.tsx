import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import colours from './grade-colours.module.css'
import type { GradeColumn, ListLink } from './grade-rows.ts'
import styles from './risk-matrix.module.css'
import { useKeptFocus } from './use-kept-focus.ts'
import { useRovingGrid } from './use-roving-grid.ts'

export interface MatrixStep { readonly value: number; readonly label: string }

export interface MatrixCell {
  readonly points: number
  /** What the method makes of this likelihood and this consequence; undefined where it says nothing. */
  readonly grade: GradeColumn | undefined
  /** The grades the points here were given, where these are not all the method's own. */
  readonly given: readonly { readonly grade: GradeColumn; readonly points: number }[]
}

export interface RiskMatrixProps {
  readonly likelihoodTitle: string
  readonly consequenceTitle: string
  /** Heaviest first, downwards. */
  readonly likelihoods: readonly MatrixStep[]
  /** Lightest first, to the right. */
  readonly consequences: readonly MatrixStep[]
  readonly cellOf: (likelihood: MatrixStep, consequence: MatrixStep) => MatrixCell
  readonly listOf: (likelihood: MatrixStep, consequence: MatrixStep) => ListLink
  readonly title: string
}

/** Likelihood × consequence with the number of risk points in each cell. Arrows move, Enter opens the list behind a cell. */
export function RiskMatrix(props: RiskMatrixProps) {
  const { likelihoods, consequences, title } = props
  const lengths = useMemo(() => likelihoods.map(() => consequences.length), [likelihoods, consequences])
  const grid = useRovingGrid(lengths)
  const keptFocus = useKeptFocus()
  return (
    <div className={styles.frame}>
      <div className={styles.down}>{props.likelihoodTitle}</div>
      <table ref={keptFocus} className={styles.table} onKeyDown={grid.onKeyDown} onFocus={grid.onFocus} role="grid" aria-label={title} data-testid="risk-matrix">
        <tbody>
          {likelihoods.map((likelihood, row) => (
            <tr key={likelihood.value}>
              <th scope="row">{likelihood.label}</th>
              {consequences.map((consequence, cell) => <Cell key={consequence.value} {...props} likelihood={likelihood} consequence={consequence} place={grid.cellProps(row, cell)} />)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr><td />{consequences.map(({ value, label }) => <th key={value} scope="col">{label}</th>)}</tr>
        </tfoot>
      </table>
      <div className={styles.across}>{props.consequenceTitle}</div>
    </div>
  )
}

interface CellProps extends RiskMatrixProps {
  readonly likelihood: MatrixStep
  readonly consequence: MatrixStep
  readonly place: { readonly 'data-place': string; readonly tabIndex: 0 | -1 }
}

function Cell({ likelihood, consequence, cellOf, listOf, place }: CellProps) {
  const { t } = useTranslation('overview')
  const { points, grade, given } = cellOf(likelihood, consequence)
  const label = t('matrix.cell', { likelihood: likelihood.label, consequence: consequence.label, grade: grade?.label ?? t('matrix.no-grade'), points })
  const word = given.length === 0 ? grade?.label : given.map((part) => `${part.grade.label} ${part.points}`).join(' · ')
  const content = <><b>{points}</b>{word === undefined ? null : <small>{word}</small>}</>
  return (
    <td role="gridcell" className={`${styles.cell} ${colours.fill}`} data-colour={grade?.colour ?? 'none'} data-empty={points === 0} data-testid={`cell-${likelihood.value}-${consequence.value}`}>
      {points === 0
        ? <span {...place} aria-label={label} title={label}>{content}</span>
        : <Link {...listOf(likelihood, consequence)} {...place} aria-label={label} title={label}>{content}</Link>}
    </td>
  )
}
