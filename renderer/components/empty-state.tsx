import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

/** Says what belongs here and offers the next step. */
export function EmptyState({ title, text, children }: { title: string; text?: ReactNode; children?: ReactNode }) {
  return (
    <section className={styles.empty} data-testid="empty-state">
      <h2>{title}</h2>
      {text === undefined ? null : <p>{text}</p>}
      {children === undefined ? null : <div className={styles.steps}>{children}</div>}
    </section>
  )
}
