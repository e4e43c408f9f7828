import type { LinkProps } from '@tanstack/react-router'
import type { GradeView } from '#renderer/components/use-scale.ts'

/** A grade of the scale, or the absence of one (code ''). */
export interface GradeColumn {
  readonly code: string
  readonly label: string
  readonly colour: GradeView['colour'] | 'none'
}

/** Risk points of one department or category. */
export interface GradeRow {
  /** '' where none is set. */
  readonly key: string
  readonly label: string
  /** By grade code; '' counts points that are not graded. */
  readonly counts: ReadonlyMap<string, number>
  readonly total: number
}

/** Where a figure leads: the list behind it. */
export type ListLink = Pick<LinkProps, 'to' | 'search'>

export interface GradeFigures {
  readonly rows: readonly GradeRow[]
  /** Heaviest first, points without a grade last and only where there are any. */
  readonly columns: readonly GradeColumn[]
  /** The list behind a row, or behind one grade of it. */
  readonly listOf: (row: GradeRow, grade?: GradeColumn) => ListLink
}

/** Longest first; equal ones by their heavier grades, then by name, so that the order never depends on chance. */
export function sortRows(rows: readonly GradeRow[], columns: readonly GradeColumn[]): GradeRow[] {
  const heavier = (a: GradeRow, b: GradeRow) => columns.map(({ code }) => (b.counts.get(code) ?? 0) - (a.counts.get(code) ?? 0)).find((difference) => difference !== 0) ?? 0
  return rows.toSorted((a, b) => b.total - a.total || heavier(a, b) || a.label.localeCompare(b.label, 'zh-CN'))
}

/** Rows from single counts, as the overview answers them. */
export function gradeRows<T extends { readonly gradeCode: string; readonly points: number }>(counts: readonly T[], keyOf: (count: T) => string, labelOf: (count: T) => string): GradeRow[] {
  const rows = new Map<string, { key: string; label: string; counts: Map<string, number>; total: number }>()
  for (const count of counts) {
    if (count.points === 0) continue
    const key = keyOf(count)
    const row = rows.get(key) ?? { key, label: labelOf(count), counts: new Map<string, number>(), total: 0 }
    row.counts.set(count.gradeCode, (row.counts.get(count.gradeCode) ?? 0) + count.points)
    row.total += count.points
    rows.set(key, row)
  }
  return [...rows.values()]
}

/** Grades of the scale, then whatever else was counted: points without a grade, and codes of a scale no longer in use. */
export function gradeColumns(grades: readonly GradeView[], rows: readonly GradeRow[], wordOf: (code: string) => string): GradeColumn[] {
  const known = new Set(grades.map(({ code }) => code))
  const others = [...new Set(rows.flatMap(({ counts }) => [...counts.keys()]))].filter((code) => !known.has(code)).toSorted((a, b) => b.localeCompare(a))
  return [...grades.map(({ code, label, colour }) => ({ code, label, colour })), ...others.map((code) => ({ code, label: wordOf(code), colour: 'none' as const }))]
}
