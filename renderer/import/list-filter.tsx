import { Select } from 'antd'
import type { ReactNode } from 'react'
import styles from './import.module.css'

export interface FilterChoice {
  readonly label: string
  readonly value: string
  /** The word for "no filter". */
  readonly all: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

/** Narrows a list down; a filter with a single choice would filter nothing and is not offered. */
export function ListFilter({ choices, note, children }: { choices: readonly FilterChoice[]; note: string; children?: ReactNode }) {
  return (
    <div className={styles.filter}>
      {choices.filter(({ options }) => options.length > 1).map(({ label, value, all, options, onChange }) => (
        <Select key={label} size="small" aria-label={label} value={value} onChange={onChange} options={[{ value: '', label: all }, ...options]} popupMatchSelectWidth={false} className={styles.filterSelect ?? ''} />
      ))}
      <span>{note}</span>
      {children}
    </div>
  )
}
