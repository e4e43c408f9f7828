import type { ReactNode } from 'react'
import styles from './page-header.module.css'

/** Head of a screen: its name, what is shown of how much, and what can be done with it. */
export function PageHeader({ title, note, children }: { title: ReactNode; note?: ReactNode; children?: ReactNode }) {
  return (
    <header className={styles.header}>
      <h1>{title}</h1>
      {note === undefined ? null : <span className={styles.note}>{note}</span>}
      <div className={styles.actions}>{children}</div>
    </header>
  )
}
