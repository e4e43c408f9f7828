import type { Touches } from '#shared/contract/procedure.ts'
import type { Subject } from '#shared/model/permissions.ts'
import type { ReadableDatabase } from '../database/database.ts'

/** So many identifiers are looked up by one statement. */
const atOnce = 500

/** The identifiers an input names, by the contract's own habits: `id`, `ids`, `riskPointId`, `items[].id`, `items[].riskPointId`. */
export function idsIn(input: unknown): string[] {
  const { id, ids, riskPointId, items } = asRecord(input)
  const named = asArray(items).map(asRecord).flatMap((item) => [item['id'], item['riskPointId']])
  return [id, riskPointId, ...asArray(ids), ...named].filter((value) => typeof value === 'string')
}

/** Departments that records are to be moved to. */
export function departmentsAimedAt(input: unknown): (string | null)[] {
  const aims = asArray(asRecord(input)['items']).map((item) => asRecord(asRecord(item)['patch'])['departmentId'])
  return [...new Set(aims.filter((aim) => typeof aim === 'string' || aim === null))]
}

/**
 * What a call touches, each record once. Identifiers nobody knows are left to the handler, which says so better.
 */
export async function touchedBy(db: ReadableDatabase, touches: Exclude<Touches, 'asks'>, input: unknown): Promise<Subject[]> {
  const ids = [...new Set(idsIn(input))]
  const found = new Map<string, Subject>()
  for (let from = 0; from < ids.length; from += atOnce) {
    for (const subject of await read(db, touches, ids.slice(from, from + atOnce))) found.set(`${subject.departmentId ?? ''} ${subject.state ?? ''}`, subject)
  }
  return [...found.values(), ...departmentsAimedAt(input).map((departmentId) => ({ departmentId }))]
}

async function read(db: ReadableDatabase, touches: Exclude<Touches, 'asks'>, ids: readonly string[]): Promise<Subject[]> {
  if (touches === 'risk-point') {
    const rows = await db.selectFrom('risk_point').select(['department_id', 'entry_state']).distinct().where('id', 'in', ids).execute()
    return rows.map((row) => ({ departmentId: row.department_id, state: row.entry_state }))
  }
  const rows = await db.selectFrom(touches === 'power' ? 'power' : 'control_measure').select('department_id').distinct().where('id', 'in', ids).execute()
  return rows.map((row) => ({ departmentId: row.department_id }))
}

const asRecord = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? value as Record<string, unknown> : {})
const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
