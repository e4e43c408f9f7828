import type { AttachedEntity } from '#shared/model/attachments.ts'
import type { Subject } from '#shared/model/permissions.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { ReadableDatabase } from '../database/database.ts'

/**
 * Whom a file's record belongs to, for the permission to attach. Records of the office (publicity, filing) belong to
 * no department: only those who reach the whole organisation attach to them.
 * @throws Refusal `record.missing`, `attachment.of-form`
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
  // A form was checked when it was handed in, and is kept and withdrawn with its own record.
  if (entity === 'report-form') throw new Refusal('attachment.of-form')
  return { departmentId: null }
}
