import type { ReactNode } from 'react'
import styles from './chart-panel.module.css'

/** A titled part of a screen that shows figures. */
export function ChartPanel({ title, note, actions, testId, children }: { title: string; note?: ReactNode; actions?: ReactNode; testId?: string; children: ReactNode }) {
  return (
    <section className={styles.panel} aria-label={title} data-testid={testId}>
      <header className={styles.head}>
        <h2>{title}</h2>
        {note === undefined ? null : <span className={styles.note}>{note}</span>}
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  )
}
