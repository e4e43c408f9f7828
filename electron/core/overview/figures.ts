import type { Overview } from '#shared/contract/overview.ts'
import type { ReadableDatabase } from '../database/database.ts'

/** How many points bear each expected and each verified grade, from the totals kept. */
export async function readFigures(db: ReadableDatabase): Promise<Overview['figures']> {
  const totals = await db.selectFrom('risk_figure_total').selectAll().where('points', '>', 0).orderBy('grade_code').execute()
  const pointsOf = (wanted: string, gradeCode: string): number => totals.find(({ figure, grade_code }) => figure === wanted && grade_code === gradeCode)?.points ?? 0
  return [...new Set(totals.map(({ grade_code }) => grade_code))].toSorted()
    .map((gradeCode) => ({ gradeCode, expected: pointsOf('expected', gradeCode), verified: pointsOf('verified', gradeCode) }))
}
