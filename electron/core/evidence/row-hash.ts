import { hash } from 'node:crypto'

export type StoredRow = Readonly<Record<string, string | number | null>>

/**
 * SHA-256, in hexadecimal, over a row as it is stored: table, then name and value of every column that is set, in the
 * order of the columns. Columns without a value are left out, so that a column added later changes no hash.
 */
export function rowHash(table: string, row: StoredRow): string {
  const parts: (string | number)[] = [table]
  for (const [column, value] of Object.entries(row)) {
    // JSON has no word for an infinite number; as a text it stays what it is.
    if (value !== null) parts.push(column, typeof value === 'number' && !Number.isFinite(value) ? String(value) : value)
  }
  return hash('sha256', JSON.stringify(parts), 'hex')
}
