import type { ReadableDatabase } from '../database/database.ts'

export interface LoweringOrder { readonly from?: string | undefined; readonly to?: string | undefined; readonly offset: number; readonly limit: number }

/** Every lowering that was decided or submitted, newest first: no weak point is talked down unseen. */
export async function listLowerings(db: ReadableDatabase, { from, to, offset, limit }: LoweringOrder) {
  let found = db.selectFrom('review_decision as l').where('l.direction', '=', 'lowered')
  if (from !== undefined) found = found.where('l.decided_on', '>=', from)
  if (to !== undefined) found = found.where('l.decided_on', '<=', to)
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found.innerJoin('risk_point as r', 'r.id', 'l.risk_point_id').innerJoin('power as p', 'p.id', 'r.power_id').leftJoin('department as d', 'd.id', 'r.department_id')
    .select((eb) => [
      'l.id', 'r.id as riskPointId', 'r.number', 'd.name as departmentName', 'p.name as powerName', 'r.manifestation', 'l.grade', 'l.reason', 'l.evidence', 'l.person', 'l.role',
      'l.decided_at as decidedAt', 'r.entry_state as entryState', 'r.determined_grade as determined',
      // The level it departed from: the one before it on the same point.
      eb.selectFrom('review_decision as b').select('b.grade').whereRef('b.risk_point_id', '=', 'l.risk_point_id').whereRef('b.number', '<', 'l.number').where('b.grade', 'is not', null).orderBy('b.number', 'desc').limit(1).as('before'),
    ])
    .orderBy('l.number', 'desc').offset(offset).limit(limit).execute()
  return { total, offset, rows: rows.map(({ determined: _determined, ...row }) => ({ ...row, before: row.before ?? null, grade: row.grade ?? '', evidence: JSON.parse(row.evidence) as string[] })) }
}
