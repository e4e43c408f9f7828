import { Pagination } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import styles from './import.module.css'

const pageSize = 50

interface Props<T> {
  readonly rows: readonly T[]
  readonly head: ReactNode
  readonly testId: string
  /** Draws the rows of one page; `first` is the place of its first row. */
  readonly children: (page: readonly T[], first: number) => ReactNode
}

/** A table a page at a time. */
export function PagedRows<T>({ rows, head, testId, children }: Props<T>) {
  const [wanted, setPage] = useState(1)
  const page = Math.min(wanted, Math.max(1, Math.ceil(rows.length / pageSize)))
  const first = (page - 1) * pageSize
  return (
    <>
      <div className={styles.scroll} tabIndex={0} key={page}>
        <table className={styles.table} data-testid={testId}>
          <thead>{head}</thead>
          <tbody>{children(rows.slice(first, first + pageSize), first)}</tbody>
        </table>
      </div>
      {rows.length > pageSize ? <Pagination className={styles.pages ?? ''} size="small" current={page} total={rows.length} pageSize={pageSize} showSizeChanger={false} onChange={setPage} /> : null}
    </>
  )
}
