import type { MeasureFilter } from '#shared/contract/measures.ts'

/** What a day's list is made of, what waits longest first. */
export const dayParts = ['overdue', 'due', 'done', 'planned'] as const
export type DayPart = (typeof dayParts)[number]

/** The list behind one of a day's counts. */
export function filterOf(part: DayPart, day: string, departmentIds: readonly string[]): MeasureFilter {
  const [on, departments] = [{ from: day, to: day }, departmentIds.length === 0 ? {} : { departmentIds: [...departmentIds] }]
  if (part === 'done') return { ...departments, doneBetween: on }
  if (part === 'planned') return { ...departments, plannedOn: day }
  return { ...departments, dueBetween: on, progress: ['planned', 'in-force'] }
}
