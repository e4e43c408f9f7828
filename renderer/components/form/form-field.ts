import type { ReactNode } from 'react'
import type { Choice } from '#renderer/components/use-vocabulary.ts'

/** One field of a record's form. Values are texts, codes, ids, ISO dates, yes/no, or a list of texts; null where nothing is set. */
export interface FormField {
  /** Name in the contract's patch. */
  readonly name: string
  readonly label: string
  readonly kind: 'text' | 'long-text' | 'choice' | 'date' | 'yes-no' | 'lines' | 'own'
  readonly required?: boolean
  readonly choices?: readonly Choice[]
  /** The control of a field of kind 'own'. */
  readonly control?: (control: { readonly id: string | undefined; readonly value: unknown; readonly onChange: (value: FieldValue) => void }) => ReactNode
  /** A sentence below the field. */
  readonly note?: string | undefined
  /** Takes half of the width. */
  readonly half?: boolean
}

export type FieldValue = string | boolean | string[] | null
