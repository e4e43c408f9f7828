import { sql } from 'kysely'
import type { Scope, WaitingEntry } from '#shared/contract/publicity.ts'
import type { ReadableDatabase } from '../database/database.ts'

/** The two steps in which something is done outside and noted; each is the state in which entries wait for it. */
export type OutsideStep = 'publicity' | 'filing'

/** Entries that wait for a step and stand in nothing that is under way. */
export function waitingEntries(db: ReadableDatabase, step: OutsideStep, { departmentIds, gradeCodes, powerIds }: Scope) {
  let found = db.selectFrom('risk_point as r').where('r.state', '=', 'in-force').where('r.entry_state', '=', step)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('listed_entry as e').select(sql`1`.as('one')).whereRef('e.risk_point_id', '=', 'r.id').where('e.step', '=', step).where('e.outcome', 'is', null))))
  if (departmentIds.length > 0) found = found.where('r.department_id', 'in', departmentIds)
  if (gradeCodes.length > 0) found = found.where('r.determined_grade', 'in', gradeCodes)
  if (powerIds.length > 0) found = found.where('r.power_id', 'in', powerIds)
  return found
}

const entryColumns = [
  'r.id as riskPointId', 'r.number', 'd.name as departmentName', 'p.id as powerId', 'p.name as powerName', 'r.category_code as categoryCode', 'r.manifestation',
  'r.determined_grade as grade', 'r.entry_state as entryState', 'r.entry_due_on as entryDueOn',
] as const

export interface Range { readonly offset: number; readonly limit: number }

export async function listWaiting(db: ReadableDatabase, step: OutsideStep, { scope, offset, limit }: Range & { scope: Scope }): Promise<{ total: number; offset: number; rows: WaitingEntry[] }> {
  const total = await countWaiting(db, step, scope)
  const rows = await waitingEntries(db, step, scope).innerJoin('power as p', 'p.id', 'r.power_id').leftJoin('department as d', 'd.id', 'r.department_id')
    .select(entryColumns).orderBy('r.number').offset(offset).limit(limit).execute()
  return { total, offset, rows: rows.map((row) => ({ ...row, outcome: null })) }
}

export const countWaiting = async (db: ReadableDatabase, step: OutsideStep, scope: Scope): Promise<number> =>
  (await waitingEntries(db, step, scope).select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n

/** The entries of one list or sheet, in its order. */
export async function listEntries(db: ReadableDatabase, { id, offset, limit }: Range & { id: string }): Promise<{ total: number; offset: number; rows: WaitingEntry[] }> {
  const held = db.selectFrom('listed_entry as e').where('e.list_id', '=', id)
  const { total } = await held.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await held.innerJoin('risk_point as r', 'r.id', 'e.risk_point_id').innerJoin('power as p', 'p.id', 'r.power_id').leftJoin('department as d', 'd.id', 'r.department_id')
    .select([...entryColumns, 'e.outcome']).orderBy('e.position').offset(offset).limit(limit).execute()
  return { total, offset, rows }
}
