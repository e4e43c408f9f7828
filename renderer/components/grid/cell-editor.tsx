import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import type { CSSProperties, KeyboardEvent } from 'react'
import type { Choice } from '#renderer/components/use-vocabulary.ts'
import styles from './grid.module.css'

interface EditorProps {
  readonly style: CSSProperties
  readonly label: string
  readonly onCommit: (value: string | null) => void
  readonly onCancel: () => void
}

/** Choosing from a list in a cell; what was typed to begin with narrows the list. */
export function ChoiceEditor({ style, label, choices, value, typed, required, onCommit, onCancel }: EditorProps & { choices: readonly Choice[]; value: string | null; typed: string; required: boolean }) {
  return (
    <div className={styles.editor} style={style} onKeyDown={escapes(onCancel)}>
      <Select
        autoFocus defaultOpen allowClear={!required} options={[...choices]} defaultValue={value ?? undefined} aria-label={label} popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }} {...(typed === '' ? {} : { defaultSearchValue: typed })}
        onChange={(code: string | undefined) => onCommit(code ?? null)} onBlur={onCancel} onOpenChange={(open) => { if (!open) onCancel() }} data-testid="cell-choice"
      />
    </div>
  )
}

/** Picking a day in a cell. */
export function DateEditor({ style, label, value, onCommit, onCancel }: EditorProps & { value: string | null }) {
  return (
    <div className={styles.editor} style={style} onKeyDown={escapes(onCancel)}>
      <DatePicker
        autoFocus defaultOpen defaultValue={value === null ? null : dayjs(value)} aria-label={label} data-testid="cell-date"
        onChange={(date: dayjs.Dayjs | null) => onCommit(date?.format('YYYY-MM-DD') ?? null)} onOpenChange={(open) => { if (!open) onCancel() }}
      />
    </div>
  )
}

const escapes = (onCancel: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Escape') return
  event.stopPropagation()
  onCancel()
}
