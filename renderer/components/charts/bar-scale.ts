import type { GradeColumn, GradeRow } from './grade-rows.ts'

const latin = 7.4
const wide = 13.2

/** Estimated width of text of 13 px, in CSS pixels: Chinese signs are square, Latin ones about half of it. */
export function textPixels(text: string): number {
  return [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? wide : latin), 0)
}

/** The longest text that a segment has room for: word and count, the count alone, or nothing. */
export function segmentText(label: string, count: number, width: number): string {
  const [full, short] = [`${label} ${count}`, String(count)]
  if (textPixels(full) + 10 <= width) return full
  return textPixels(short) + 4 <= width ? short : ''
}

/** What stands behind a bar: its total, and every count where a segment is too narrow to hold its own. */
export function endText(row: GradeRow, columns: readonly GradeColumn[], scale: number): string {
  const parts = columns.flatMap(({ code, label }) => ((row.counts.get(code) ?? 0) > 0 ? [{ label, count: row.counts.get(code) ?? 0 }] : []))
  const narrow = parts.some(({ label, count }) => segmentText(label, count, count * scale) === '')
  return narrow ? `${row.total} (${parts.map(({ label, count }) => `${label} ${count}`).join(' · ')})` : String(row.total)
}

/** Pixels per risk point at which every bar with its end text keeps within `width`. */
export function pixelsPerPoint(rows: readonly GradeRow[], columns: readonly GradeColumn[], width: number): number {
  const longest = Math.max(1, ...rows.map(({ total }) => total))
  const first = (width - 44) / longest
  return Math.max(0.001, Math.min(first, ...rows.map((row) => (width - 12 - textPixels(endText(row, columns, first))) / Math.max(1, row.total))))
}

/** A label in at most two lines of about `room` pixels; what is longer ends in an ellipsis and stands whole in the title. */
export function labelLines(label: string, room: number): string[] {
  const lines: string[] = ['']
  for (const sign of label) {
    const last = lines.length - 1
    if (textPixels((lines[last] ?? '') + sign) > room) lines.push(sign)
    else lines[last] = (lines[last] ?? '') + sign
  }
  if (lines.length <= 2) return lines
  const [first = '', second = ''] = lines
  return [first, `${second.slice(0, -1)}…`]
}
