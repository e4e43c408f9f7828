import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { GradeFigures, GradeRow } from './grade-rows.ts'
import styles from './grade-table.module.css'

/** The figures of a chart as a table with its sums; every figure leads to the list behind it. */
export function GradeTable({ rows, columns, listOf, title, rowsTitle }: GradeFigures & { readonly title: string; readonly rowsTitle: string }) {
  const { t } = useTranslation('overview')
  const sum = (code: string) => rows.reduce((total, row) => total + (row.counts.get(code) ?? 0), 0)
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={title} data-testid="grade-table">
        <thead>
          <tr>
            <th scope="col">{rowsTitle}</th>
            {columns.map(({ code, label }) => <th key={code} scope="col">{label}</th>)}
            <th scope="col">{t('chart.total')}</th>
          </tr>
        </thead>
        <tbody>{rows.map((row) => <Row key={row.key} row={row} columns={columns} listOf={listOf} />)}</tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('chart.total')}</th>
            {columns.map(({ code }) => <td key={code}>{sum(code)}</td>)}
            <td>{rows.reduce((total, row) => total + row.total, 0)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Row({ row, columns, listOf }: { row: GradeRow } & Pick<GradeFigures, 'columns' | 'listOf'>) {
  return (
    <tr>
      <th scope="row"><Link {...listOf(row)}>{row.label}</Link></th>
      {columns.map((column) => {
        const count = row.counts.get(column.code) ?? 0
        return <td key={column.code}>{count === 0 ? <span className={styles.nothing}>0</span> : <Link {...listOf(row, column)}>{count}</Link>}</td>
      })}
      <td><Link {...listOf(row)}>{row.total}</Link></td>
    </tr>
  )
}
