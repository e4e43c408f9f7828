import type { ReactNode } from 'react'
import styles from './settings.module.css'

interface Props {
  readonly title: ReactNode
  readonly text?: ReactNode
  readonly actions?: ReactNode
  readonly name: string
  readonly ready: boolean
  readonly children: ReactNode
}

/** One part of the settings: what it is for, what can be done, and the rest for itself. */
export function PartFrame({ title, text, actions, name, ready, children }: Props) {
  return (
    <section className={styles.part} data-testid={`part-${name}`} data-ready={ready} aria-busy={!ready}>
      <header className={styles.head}>
        <div>
          <h2>{title}</h2>
          {text === undefined ? null : <p>{text}</p>}
        </div>
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  )
}
