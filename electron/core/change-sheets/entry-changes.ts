import { sql } from 'kysely'
import type { EntryChange } from '#shared/contract/change-sheets.ts'
import type { EntryChangeKind } from '#shared/model/publicity.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { MonthSource } from './month-source.ts'

/** States an entry is in once the organisation has determined it. */
const determinedStates = ['publicity', 'filing', 'in-force', 'cancelled'] as const

export interface Days { readonly from: string; readonly to: string }

/** What somebody determined within some days, beside what had been determined before. */
const determinations = (db: ReadableDatabase, { from, to }: Days) =>
  db.selectFrom('review_decision as l').where('l.decided_on', '>=', from).where('l.decided_on', '<=', to).where('l.action', 'in', ['pass', 'take-over']).where('l.to_state', 'in', determinedStates)
    .select((eb) => {
      const before = eb.selectFrom('review_decision as b').whereRef('b.risk_point_id', '=', 'l.risk_point_id').whereRef('b.number', '<', 'l.number').where('b.action', 'in', ['pass', 'take-over']).where('b.to_state', 'in', determinedStates).orderBy('b.number', 'desc').limit(1)
      const opened = eb.selectFrom('review_decision as o').whereRef('o.risk_point_id', '=', 'l.risk_point_id').whereRef('o.cycle', '=', 'l.cycle').where('o.action', 'in', ['reopen', 'year']).orderBy('o.number', 'desc').limit(1)
      return [
        'l.id', 'l.number', 'l.risk_point_id', 'l.to_state', 'l.grade', 'l.grade_rank', 'l.snapshot_hash', 'l.reason', 'l.person', 'l.decided_on', 'l.action',
        before.select('b.grade').as('grade_before'), before.select('b.grade_rank').as('rank_before'), before.select('b.snapshot_hash').as('snapshot_before'),
        opened.select('o.action').as('opened_by'), opened.select('o.reason').as('opening_reason'),
      ]
    }).orderBy('l.number')

type Determination = Awaited<ReturnType<ReturnType<typeof determinations>['execute']>>[number]

/** What a determination changed; nothing where a new year confirmed an entry as it was. */
function kindOf(row: Determination): EntryChangeKind | undefined {
  if (row.to_state === 'cancelled') return 'cancelled'
  if (row.rank_before === null || row.grade_rank === null) return 'new'
  if (row.grade_rank !== row.rank_before) return row.grade_rank > row.rank_before ? 'raised' : 'lowered'
  return row.opened_by !== 'reopen' && row.snapshot_hash === row.snapshot_before ? undefined : 'adjusted'
}

/** Every change with its month, counted by the determinations alone: nothing is read of the entries. */
export async function changesCounted(db: ReadableDatabase, days: Days): Promise<{ kind: EntryChangeKind; month: string }[]> {
  return (await determinations(db, days).execute()).flatMap((row) => {
    const kind = kindOf(row)
    return kind === undefined ? [] : [{ kind, month: row.decided_on.slice(0, 7) }]
  })
}

const atOnce = 500

/** The entries that changed, in the order in which they were determined. */
export async function entryChanges(db: ReadableDatabase, days: Days): Promise<EntryChange[]> {
  const found = (await determinations(db, days).execute()).flatMap((row) => {
    const kind = kindOf(row)
    return kind === undefined ? [] : [{ row, kind }]
  })
  const points = await pointsOf(db, [...new Set(found.map(({ row }) => row.risk_point_id))])
  return found.flatMap(({ row, kind }) => {
    const point = points.get(row.risk_point_id)
    if (point === undefined) return []
    const reason = row.reason.trim() === '' ? row.opened_by === 'reopen' ? row.opening_reason ?? '' : '' : row.reason
    return [{
      kind, riskPointId: row.risk_point_id, number: point.number, departmentName: point.department ?? '', powerName: point.power, categoryCode: point.category_code, manifestation: point.manifestation,
      gradeBefore: row.grade_before, gradeAfter: kind === 'cancelled' ? null : row.grade, reason, person: row.person, on: row.decided_on,
    }]
  })
}

async function pointsOf(db: ReadableDatabase, ids: readonly string[]) {
  const points = new Map<string, { number: number; department: string | null; power: string; category_code: string | null; manifestation: string }>()
  for (let from = 0; from < ids.length; from += atOnce) {
    const rows = await db.selectFrom('risk_point as r').innerJoin('power as p', 'p.id', 'r.power_id').leftJoin('department as d', 'd.id', 'r.department_id')
      .select(['r.id', 'r.number', 'd.name as department', 'p.name as power', 'r.category_code', 'r.manifestation']).where('r.id', 'in', ids.slice(from, from + atOnce)).execute()
    for (const { id, ...point } of rows) points.set(id, point)
  }
  return points
}

/** The first month in which anything was determined or recorded at all; undefined in an empty register. */
export async function firstMonth({ log, localDate }: Pick<MonthSource, 'log' | 'localDate'>): Promise<string | undefined> {
  const { at } = await log.db.selectFrom('audit_entry').select(sql<string | null>`min(at)`.as('at')).executeTakeFirstOrThrow()
  return at === null ? undefined : localDate(Date.parse(at)).slice(0, 7)
}
