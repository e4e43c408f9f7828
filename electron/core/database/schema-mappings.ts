import type { Generated } from 'kysely'

export interface SheetLayoutTable {
  number: Generated<number>
  id: string
  /** SHA-256, in hexadecimal digits. */
  fingerprint: string
  opening: string
  levels: number
  form_code: string
  keeps_above: 0 | 1
  /** JSON: place, title and meaning of each column. */
  columns: string
  file_name: string
  sheet_name: string
  remembered_by: string
  remembered_by_id: string | null
  remembered_at: string
}

/** Tables of migration part `mappings`. */
export interface MappingsSchema {
  sheet_layout: SheetLayoutTable
}
