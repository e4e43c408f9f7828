import type { Cell, CellValue } from 'hucre/xlsx'
import { noResult } from '../workbook.ts'
import { cleanText } from './clean-text.ts'

// A spreadsheet keeps and shows 15 digits; what a double holds beyond them is noise of binary fractions.
const significantDigits = 15

const withoutExponent = new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 20 })

/** A number as a person would type it: no exponent, no grouping, no binary noise (0.1 + 0.2 is 0.3). */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return ''
  const rounded = Number(value.toPrecision(significantDigits))
  const text = String(rounded)
  return text.includes('e') ? withoutExponent.format(rounded) : text
}

/** A date as yyyy-mm-dd, followed by hh:mm where it has a time; a time of day without a date as hh:mm. */
export function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const [day = '', time = ''] = date.toISOString().split('T')
  const minutes = time.slice(0, 5)
  if (date.getUTCFullYear() < 1900) return minutes
  return minutes === '00:00' ? day : `${day} ${minutes}`
}

function valueText(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'string') return cleanText(value)
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return dateText(value)
}

/**
 * What a cell shows. A formula shows its stored result, which may be nothing; where none was stored its own text, never
 * evaluated, behind the sign that says so.
 */
export function cellText(value: CellValue, details: Cell | undefined): string {
  return value === null && details?.formula ? `${noResult}${cleanText(`=${details.formula}`)}` : valueText(value)
}
