import type { AttachedEntity } from '#shared/model/attachments.ts'
import type { Subject } from '#shared/model/permissions.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { ReadableDatabase } from '../database/database.ts'

/**
 * Whom a file's record belongs to, for the permission to attach. Records of the office (publicity, filing) belong to
 * no department: only those who reach the whole organisation attach to them.
 * @throws Refusal `record.missing`, `rectification.closed`
 */
export async function attachedSubject(db: ReadableDatabase, { entity, entityId }: { entity: AttachedEntity; entityId: string }): Promise<Subject> {
  if (entity === 'risk-point') {
    const row = await db.selectFrom('risk_point').select(['department_id', 'entry_state']).where('id', '=', entityId).executeTakeFirst()
    if (row === undefined) throw new Refusal('record.missing')
    return { departmentId: row.department_id, state: row.entry_state }
  }
  if (entity === 'power' || entity === 'control-measure') {
    const row = await db.selectFrom(entity === 'power' ? 'power' : 'control_measure').select('department_id').where('id', '=', entityId).executeTakeFirst()
    if (row === undefined) throw new Refusal('record.missing')
    return { departmentId: row.department_id }
  }
  if (entity === 'measure-execution') {
    const row = await db.selectFrom('measure_execution as e').innerJoin('control_measure as m', 'm.id', 'e.measure_id').select('m.department_id').where('e.id', '=', entityId).executeTakeFirst()
    if (row === undefined) throw new Refusal('record.missing')
    return { departmentId: row.department_id }
  }
  if (entity === 'warning') {
    const row = await db.selectFrom('warning').select('department_id').where('id', '=', entityId).executeTakeFirst()
    if (row === undefined) throw new Refusal('record.missing')
    return { departmentId: row.department_id }
  }
  return entity === 'rectification' ? rectifiedSubject(db, entityId) : { departmentId: null }
}

/** What a closed problem was closed by stays as it was. */
async function rectifiedSubject(db: ReadableDatabase, id: string): Promise<Subject> {
  const row = await db.selectFrom('rectification').select(['number', 'department_id', 'state']).where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing')
  if (row.state === 'closed') throw new Refusal('rectification.closed', { number: row.number })
  return { departmentId: row.department_id }
}
