import type { ReactNode } from 'react'
import styles from './plain-table.module.css'

export interface PlainColumn { readonly key: string; readonly title: string; readonly width?: number }
export interface PlainRow { readonly key: string; readonly cells: Readonly<Record<string, ReactNode>> }

/**
 * A small table to be read. Ant Design's own measures the scroll bar by inserting a style, which the page's policy
 * refuses.
 */
export function PlainTable({ columns, rows, label }: { columns: readonly PlainColumn[]; rows: readonly PlainRow[]; label?: string }) {
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={label}>
        <thead><tr>{columns.map(({ key, title, width }) => <th key={key} scope="col" style={width === undefined ? undefined : { width }}>{title}</th>)}</tr></thead>
        <tbody>{rows.map((row) => <tr key={row.key}>{columns.map(({ key }) => <td key={key}>{row.cells[key]}</td>)}</tr>)}</tbody>
      </table>
    </div>
  )
}
