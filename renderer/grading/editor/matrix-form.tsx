import { useMemo } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { DefinitionOf } from '#shared/model/grading/definition.ts'
import type { OptionFactor } from '#shared/model/grading/factors.ts'
import { compareSeverity, levelOf } from '#shared/model/scales.ts'
import { useLocale } from '#renderer/app/language.ts'
import { useRovingGrid } from '#renderer/components/charts/use-roving-grid.ts'
import tag from '#renderer/components/grade-tag.module.css'
import { replaced, without } from './definition-draft.ts'
import styles from '../grading.module.css'
import { NamesInput } from './names-input.tsx'
import { OptionsTable } from './options-table.tsx'
import { ProblemsAt, useChecked } from './problems.tsx'

type Matrix = DefinitionOf<'matrix'>
interface Props { readonly definition: Matrix; readonly onChange: (definition: Matrix) => void }

/** A grade for every meeting of two factors. */
export function MatrixForm({ definition, onChange }: Props) {
  const { rows, columns, cells } = definition
  return (
    <>
      <CellsForm definition={definition} onChange={onChange} />
      <AxisForm
        factor={rows} index={0} onChange={(next) => onChange({ ...definition, rows: next })}
        onAdd={(next) => onChange({ ...definition, rows: next, cells: [...cells, [...(cells.at(-1) ?? [])]] })}
        onRemove={(next, at) => onChange({ ...definition, rows: next, cells: without(cells, at) })}
      />
      <AxisForm
        factor={columns} index={1} onChange={(next) => onChange({ ...definition, columns: next })}
        onAdd={(next) => onChange({ ...definition, columns: next, cells: cells.map((row) => [...row, row.at(-1) ?? '']) })}
        onRemove={(next, at) => onChange({ ...definition, columns: next, cells: cells.map((row) => without(row, at)) })}
      />
    </>
  )
}

interface AxisProps {
  readonly factor: OptionFactor
  readonly index: 0 | 1
  readonly onChange: (factor: OptionFactor) => void
  readonly onAdd: (factor: OptionFactor) => void
  readonly onRemove: (factor: OptionFactor, at: number) => void
}

function AxisForm({ factor, index, onChange, onAdd, onRemove }: AxisProps) {
  const { t } = useTranslation('grading')
  const title = t(index === 0 ? 'matrix.rows' : 'matrix.columns')
  return (
    <fieldset className={styles.block}>
      <legend>{title}</legend>
      <NamesInput value={factor.labels} what={title} onChange={(labels) => onChange({ ...factor, labels })} />
      <ProblemsAt path={['factors', index]} />
      <OptionsTable
        options={factor.options} path={['factors', index]}
        onChange={(options, change) => {
          const next = { ...factor, options }
          if (change.kind === 'add') onAdd(next)
          else if (change.kind === 'remove') onRemove(next, change.index)
          else onChange(next)
        }}
      />
    </fieldset>
  )
}

/** Click or Enter takes the next heavier grade, with Shift the next lighter; a digit takes the grade of that rank. */
function CellsForm({ definition, onChange }: Props) {
  const { t } = useTranslation('grading')
  const locale = useLocale()
  const { scale } = useChecked()
  const { rows, columns, cells } = definition
  const lengths = useMemo(() => rows.options.map(() => columns.options.length), [rows, columns])
  const grid = useRovingGrid(lengths)
  const grades = scale.levels.toSorted(compareSeverity).map(({ code }) => code)
  const put = (row: number, column: number, grade: string) => onChange({ ...definition, cells: replaced(cells, row, replaced(cells[row] ?? [], column, grade)) })
  const step = (row: number, column: number, by: 1 | -1) => {
    const at = grades.indexOf(cells[row]?.[column] ?? '')
    put(row, column, grades[(at + by + grades.length) % grades.length] ?? '')
  }
  const onKey = (event: KeyboardEvent, row: number, column: number) => {
    const wanted = grades[Number(event.key) - 1]
    if (/^[1-9]$/u.test(event.key) && wanted !== undefined) put(row, column, wanted)
  }
  // The heaviest row on top, as the overview draws the matrix.
  const order = rows.options.map((option, index) => ({ option, index })).toSorted((a, b) => b.option.value - a.option.value)
  return (
    <fieldset className={styles.block}>
      <legend>{t('matrix.cells')}</legend>
      <p className={styles.quiet}>{t('matrix.hint')}</p>
      <ProblemsAt path={['cells']} deep />
      <table className={styles.matrix} role="grid" aria-label={t('matrix.cells')} onKeyDown={grid.onKeyDown} onFocus={grid.onFocus} data-testid="matrix-cells">
        <tbody>
          {order.map(({ option, index: row }, shown) => (
            <tr key={row}>
              <th scope="row">{option.labels[locale] || option.value}</th>
              {columns.options.map((column, at) => {
                const grade = cells[row]?.[at] ?? ''
                const level = levelOf(scale, grade)
                return (
                  <td key={at}>
                    <button
                      type="button" {...grid.cellProps(shown, at)} className={tag.tag} data-colour={level?.colour ?? 'none'} data-testid="matrix-cell" data-grade={grade}
                      aria-label={t('matrix.cell', { row: option.labels[locale], column: column.labels[locale], grade: level?.labels[locale] ?? grade })}
                      onClick={(event) => step(row, at, event.shiftKey ? -1 : 1)} onKeyDown={(event) => onKey(event, row, at)}
                    >
                      {level?.labels[locale] ?? grade}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
        <tfoot><tr><td />{columns.options.map((column, at) => <th key={at} scope="col">{column.labels[locale] || column.value}</th>)}</tr></tfoot>
      </table>
    </fieldset>
  )
}
