import type { ReadableDatabase } from '../database/database.ts'
import { among } from '../lists/page-values.ts'
import type { KindWords } from '../reports/kinds/kind-words.ts'
import { weightOf } from '../reports/kinds/read-points.ts'

interface AboutWhat { readonly id: string; readonly subjectEntity: string | null; readonly subjectId: string | null }

/**
 * Entries of which the public does not learn where the weak place is: they are about a point that somebody holds for one
 * of the heaviest or that nobody graded yet, or about a measure or a warning of such a point.
 */
export async function withheldEntries(db: ReadableDatabase, entries: readonly AboutWhat[], words: KindWords): Promise<ReadonlySet<string>> {
  const subjects = (entity: string): string[] => entries.flatMap(({ subjectEntity, subjectId }) => (subjectEntity === entity && subjectId !== null ? [subjectId] : []))
  const graded = ['p.grade_code as gradeCode', 'p.entry_grade as entryGrade', 'p.determined_grade as determinedGrade'] as const
  const points = await db.selectFrom('risk_point as p').where(among('p.id', subjects('risk-point'))).select(['p.id as subjectId', ...graded]).execute()
  const ofMeasures = await db.selectFrom('risk_point_measure as l').innerJoin('risk_point as p', 'p.id', 'l.risk_point_id').where(among('l.measure_id', subjects('control-measure'))).select(['l.measure_id as subjectId', ...graded]).execute()
  const ofWarnings = await db.selectFrom('warning as w').innerJoin('risk_point as p', 'p.id', 'w.risk_point_id').where(among('w.id', subjects('warning'))).select(['w.id as subjectId', ...graded]).execute()
  const hidden = new Set([...points, ...ofMeasures, ...ofWarnings].filter((row) => weightOf(row, words) !== 'lighter').map(({ subjectId }) => subjectId))
  return new Set(entries.filter(({ subjectId }) => subjectId !== null && hidden.has(subjectId)).map(({ id }) => id))
}
