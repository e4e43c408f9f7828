import type { Entry } from './entries.ts'

/**
 * Columns of an entry that is its writers' again: no step, no date, nobody asked; proposed is the grade that the point
 * bears.
 */
export const writersColumns = ({ grade_code, grade_rank }: Pick<Entry, 'grade_code' | 'grade_rank'>) => ({
  entry_step: 0, entry_due_on: null, entry_needs: null, entry_asked: null, entry_heaviest: null, entry_grade: grade_code, entry_grade_rank: grade_rank,
}) as const
