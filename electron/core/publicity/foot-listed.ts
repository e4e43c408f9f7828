import type { Locale } from '#shared/model/labels.ts'
import { mustEqual, mustMatchTally, sumOf, tally } from '#shared/model/report-figures.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { refuseWhere } from '../reports/report-does-not-foot.ts'
import { keptOnList } from './listed-rows.ts'
import type { ListedRow, SheetWords } from './listed-rows.ts'

/**
 * Holds the rows of a list or sheet against what is counted without them: how many were entered when it was drawn up,
 * how many of them were not taken off since, by grade and by department, and the measures that triggers count with each
 * entry.
 * @throws {ReportDoesNotFoot}
 */
export async function footListed(db: ReadableDatabase, listId: string, { rows, words, locale }: { rows: readonly ListedRow[]; words: SheetWords; locale: Locale }): Promise<void> {
  const { entered } = await db.selectFrom('listed_entry').select(({ fn }) => fn.countAll<number>().as('entered')).where('list_id', '=', listId).executeTakeFirstOrThrow()
  const counted = await db.selectFrom('listed_entry as e').leftJoin('risk_point as r', 'r.id', 'e.risk_point_id')
    .select(({ fn }) => ['r.determined_grade as grade', 'r.department_id as department', fn.countAll<number>().as('points'), fn.sum<number | null>('r.measure_count').as('measures')])
    .where('e.list_id', '=', listId).where(keptOnList).groupBy(['r.determined_grade', 'r.department_id']).execute()
  const departments = new Map((await db.selectFrom('department').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]))
  refuseWhere([
    ...mustEqual('list-entries', '', { stated: await drawnUpWith(db, listId), counted: entered }),
    ...mustEqual('rows-total', '', { stated: sumOf(counted.map(({ points }) => points)), counted: rows.length }),
    ...mustMatchTally('rows-grade', counted.map(({ grade, points }) => ({ label: words.grade(grade), count: points })), tally(rows.map(({ grade }) => grade))),
    ...mustMatchTally('rows-department', counted.map(({ department, points }) => ({ label: departments.get(department ?? '') ?? '', count: points })), tally(rows.map(({ department }) => department))),
    ...mustEqual('rows-measures', '', { stated: sumOf(counted.map(({ measures }) => measures ?? 0)), counted: sumOf(rows.map(({ measures }) => measures.length)) }),
  ], locale)
}

/** As the log says it; where the log is not at hand (a frozen year), by the places, which are given from 0 on without a gap. */
async function drawnUpWith(db: ReadableDatabase, listId: string): Promise<number> {
  const logged = await db.selectFrom('audit_entry').select('after').where('entity_id', '=', listId).where('action', 'in', ['publicity.create', 'filing.create']).executeTakeFirst()
  const { entries } = JSON.parse(logged?.after ?? '{}') as { entries?: unknown }
  if (typeof entries === 'number') return entries
  const { last } = await db.selectFrom('listed_entry').select(({ fn }) => fn.max<number | null>('position').as('last')).where('list_id', '=', listId).executeTakeFirstOrThrow()
  return (last ?? -1) + 1
}
