import { sql } from 'kysely'
import type { ReadableDatabase } from '../database/database.ts'
import { among } from '../lists/page-values.ts'
import type { EditionView } from '../reports/kinds/edition-view.ts'
import type { KindWords } from '../reports/kinds/kind-words.ts'
import { weightOf } from '../reports/kinds/read-points.ts'

interface AboutSomething { readonly id: string; readonly subjectEntity: string | null; readonly subjectId: string | null }
interface Looking { readonly words: KindWords; readonly view: EditionView }

/** What these say is for inside use alone: neither has a public edition of its own. */
const insideOnly: readonly (string | null)[] = ['warning', 'assessment-item']

/**
 * Of a page of entries those whose texts an edition does not show: they tell where a risk of the heaviest grade, or one
 * nobody has graded yet, is weak, whether they are about the point or about a measure against it.
 */
export async function weakPlaces(db: ReadableDatabase, entries: readonly AboutSomething[], looking: Looking): Promise<Set<string>> {
  if (looking.view.shows('heaviest-detail') && looking.view.shows('ungraded-detail')) return new Set()
  const weak = await weakSubjects(db, entries.flatMap(({ subjectId }) => subjectId ?? []), looking)
  return new Set(entries.filter(({ subjectEntity, subjectId }) => insideOnly.includes(subjectEntity) || (subjectId !== null && weak.has(subjectId))).map(({ id }) => id))
}

async function weakSubjects(db: ReadableDatabase, ids: readonly string[], { words, view }: Looking): Promise<Set<string>> {
  const grades = ['p.grade_code as gradeCode', 'p.entry_grade as entryGrade', 'p.determined_grade as determinedGrade'] as const
  const points = await db.selectFrom('risk_point as p').select(['p.id as subject', ...grades]).where(among('p.id', ids)).execute()
  const measured = await db.selectFrom(sql<{ measure: string }>`(SELECT value AS measure FROM json_each(${JSON.stringify(ids)}))`.as('asked'))
    .innerJoin('risk_point_measure as l', 'l.measure_id', 'asked.measure').innerJoin('risk_point as p', 'p.id', 'l.risk_point_id').select(['l.measure_id as subject', ...grades]).execute()
  return new Set([...points, ...measured].filter((row) => !view.readsDetail(weightOf(row, words))).map(({ subject }) => subject))
}
