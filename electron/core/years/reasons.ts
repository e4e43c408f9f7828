import type { Difference, DifferenceKind } from '#shared/contract/years.ts'
import type { Core } from '../core.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { among } from '../lists/page-values.ts'
import type { KeptComparison, Side } from './compare-years.ts'

export type Reason = NonNullable<Difference['reason']>

export interface ToExplain { readonly id: string; readonly kinds: readonly DifferenceKind[]; /** Measures whose own change may be the reason. */ readonly measureIds: readonly string[] }

/**
 * Why points differ: of a grade what was written with the grading; of all else what the log says of the record between
 * both years. Points nothing is known of are left out.
 */
export async function reasonsFor(core: Core, { earlier, later }: KeptComparison, points: readonly ToExplain[]): Promise<Map<string, Reason>> {
  const graded = await gradingReasons(later, points.filter(({ kinds }) => kinds.includes('raised') || kinds.includes('lowered')).map(({ id }) => id))
  const log = await logOf((core.frozen?.live ?? core.database).read, { points: points.filter(({ id }) => !graded.has(id)), from: earlier.at, to: later.at })
  return new Map([...log, ...graded])
}

async function gradingReasons({ db }: Side, ids: readonly string[]): Promise<Map<string, Reason>> {
  const rows = await db.selectFrom('risk_point as r').innerJoin('grading as g', 'g.id', 'r.grading_id')
    .select(['r.id', 'g.reason', 'g.graded_by', 'g.graded_at', 'g.approver', 'g.stage']).where(among('r.id', ids)).execute()
  return new Map(rows.map((row) => [row.id, { action: `grading.${row.stage}`, text: row.reason, by: row.graded_by, approver: row.approver, at: row.graded_at, fileName: null }]))
}

/** What the log calls the doings that explain each kind. */
const telling: Readonly<Partial<Record<DifferenceKind, readonly string[]>>> = {
  new: ['risk-point.create', 'risk-point.reinstate'],
  cancelled: ['risk-point.withdraw'],
  measures: ['risk-point.link', 'risk-point.unlink', 'control-measure.change', 'control-measure.withdraw', 'control-measure.reinstate'],
  text: ['risk-point.change', 'grading.declare', 'grading.accept'],
}

async function logOf(db: ReadableDatabase, { points, from, to }: { points: readonly ToExplain[]; from: string; to: string }): Promise<Map<string, Reason>> {
  const [first, last] = from < to ? [from, to] : [to, from]
  const rows = await db.selectFrom('audit_entry as a').leftJoin('import_batch as b', 'b.id', 'a.batch_id')
    .select(['a.number', 'a.entity_id', 'a.action', 'a.actor', 'a.at', 'a.after', 'b.file_name'])
    .where(among('a.entity_id', points.flatMap(({ id, measureIds }) => [id, ...measureIds]))).where('a.at', '>=', first).where('a.at', '<=', last).execute()
  const byRecord = Map.groupBy(rows, (row) => row.entity_id)
  return new Map(points.flatMap((point) => {
    const actions = point.kinds.flatMap((kind) => telling[kind] ?? [])
    const told = [point.id, ...point.measureIds].flatMap((id) => byRecord.get(id) ?? []).filter(({ action }) => actions.includes(action)).toSorted((a, b) => b.number - a.number)[0]
    return told === undefined ? [] : [[point.id, { action: told.action, text: textIn(told.after), by: told.actor, approver: null, at: told.at, fileName: told.file_name }] as const]
  }))
}

/** A reason that was given with the change itself. */
function textIn(after: string | null): string {
  const { reason } = JSON.parse(after ?? '{}') as { reason?: unknown }
  return typeof reason === 'string' ? reason : ''
}
