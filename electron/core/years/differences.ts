import type { Difference, DifferenceFilter, DifferenceKind } from '#shared/contract/years.ts'
import type { Core } from '../core.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { among } from '../lists/page-values.ts'
import { changedFields, departmentNames, keptComparison } from './compare-years.ts'
import type { KeptComparison, Side } from './compare-years.ts'
import { materialPoint } from './material.ts'
import { reasonsFor } from './reasons.ts'

/** One page of what a comparison found, with names, both grades and the reasons. @throws Refusal `comparison.gone` */
export async function differences(core: Core, { comparisonId, filter, offset, limit }: { comparisonId: string; filter: DifferenceFilter; offset: number; limit: number }): Promise<{ total: number; offset: number; rows: Difference[] }> {
  const kept = keptComparison(core, comparisonId)
  const found = kept.store.page(filter, { offset, limit })
  return { total: kept.store.count(filter), offset, rows: await described(core, kept, found) }
}

interface Found { readonly id: string; readonly kinds: DifferenceKind[] }

async function described(core: Core, kept: KeptComparison, found: readonly Found[]): Promise<Difference[]> {
  const { earlier, later } = kept
  const ids = found.map(({ id }) => id)
  const [before, after, today, names, was, is] = await Promise.all([
    pointsOf(earlier, ids), pointsOf(later, ids), standing(core.database.read, ids), departmentNames([later, earlier]), measuresOf(earlier, ids), measuresOf(later, ids),
  ])
  const changed = new Map(found.map(({ id, kinds }) => [id, measureChanges(kinds, was.get(id) ?? [], is.get(id) ?? [])]))
  const reasons = await reasonsFor(core, kept, found.map((one) => ({ ...one, measureIds: changed.get(one.id)?.touched ?? [] })))
  return found.flatMap(({ id, kinds }) => {
    const point = after.get(id) ?? before.get(id)
    const { added = [], gone = [], other = [] } = changed.get(id) ?? {}
    return point === undefined ? [] : [{
      id, number: point.number, kinds, powerName: point.powerName, manifestation: point.manifestation,
      departmentName: point.department_id === null ? null : names.get(point.department_id) ?? null,
      gradeBefore: before.get(id)?.grade_code ?? null, gradeAfter: after.get(id)?.grade_code ?? null,
      fields: kinds.includes('text') ? fieldsOf(before.get(id), after.get(id)) : [],
      measuresAdded: added, measuresGone: gone, measuresChanged: other,
      reason: reasons.get(id) ?? null,
      stands: today.has(id),
    }]
  })
}

type Point = Awaited<ReturnType<typeof readPoints>>[number]

const readPoints = (db: ReadableDatabase, ids: readonly string[]) => db.selectFrom('risk_point as r').innerJoin('power as p', 'p.id', 'r.power_id')
  .selectAll('r').select('p.name as powerName').where(among('r.id', ids)).where('r.state', '=', 'in-force').execute()

const pointsOf = async ({ db }: Side, ids: readonly string[]): Promise<Map<string, Point>> => new Map((await readPoints(db, ids)).map((point) => [point.id, point]))

async function standing(db: ReadableDatabase, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.selectFrom('risk_point').select('id').where(among('id', ids)).execute()
  return new Set(rows.map(({ id }) => id))
}

/** In the contract's words. */
function fieldsOf(before: Point | undefined, after: Point | undefined): string[] {
  if (before === undefined || after === undefined) return []
  const changed = materialPoint.columns.filter((column) => Reflect.get(before, column) !== Reflect.get(after, column))
  const moved = before.grade_rank !== null && after.grade_rank !== null && before.grade_rank !== after.grade_rank
  return changedFields(changed, moved).map((column) => column.replaceAll(/_(\w)/gu, (_, letter: string) => letter.toUpperCase()))
}

interface LinkedMeasure { readonly id: string; readonly content: string; readonly words: string }

async function measuresOf({ db }: Side, ids: readonly string[]): Promise<Map<string, LinkedMeasure[]>> {
  const rows = await db.selectFrom('risk_point_measure as l').innerJoin('control_measure as m', 'm.id', 'l.measure_id')
    .select(['l.risk_point_id', 'l.position', 'm.number', 'm.id', 'm.content', 'm.owner', 'm.owner_post_id', 'm.kind_code', 'm.term', 'm.due_on', 'm.frequency'])
    .where(among('l.risk_point_id', ids)).where('m.state', '=', 'in-force').execute()
  const ordered = rows.toSorted((a, b) => a.position - b.position || a.number - b.number)
    .map((row) => ({ point: row.risk_point_id, id: row.id, content: row.content, words: JSON.stringify([row.content, row.owner, row.owner_post_id, row.kind_code, row.term, row.frequency ?? row.due_on]) }))
  return Map.groupBy(ordered, ({ point }) => point)
}

function measureChanges(kinds: readonly DifferenceKind[], was: readonly LinkedMeasure[], is: readonly LinkedMeasure[]) {
  if (!kinds.includes('measures')) return { added: [], gone: [], other: [], touched: [] }
  const [earlier, later] = [new Map(was.map((measure) => [measure.id, measure])), new Map(is.map((measure) => [measure.id, measure]))]
  const other = is.filter(({ id, words }) => (earlier.get(id)?.words ?? words) !== words)
  return {
    added: is.filter(({ id }) => !earlier.has(id)).map(({ content }) => content),
    gone: was.filter(({ id }) => !later.has(id)).map(({ content }) => content),
    other: other.map(({ content }) => content),
    touched: [...other, ...was.filter(({ id }) => !later.has(id))].map(({ id }) => id),
  }
}
