import type { AttachedEntity } from '#shared/model/attachments.ts'
import type { Subject } from '#shared/model/permissions.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { ReadableDatabase } from '../database/database.ts'

type Read = (db: ReadableDatabase, id: string) => Promise<{ department_id: string | null; entry_state?: Subject['state'] } | undefined>

/** Where a record stands in the register; a record that is not named here belongs to the office and to no department. */
const records: Partial<Record<AttachedEntity, Read>> = {
  'risk-point': (db, id) => db.selectFrom('risk_point').select(['department_id', 'entry_state']).where('id', '=', id).executeTakeFirst(),
  'power': (db, id) => db.selectFrom('power').select('department_id').where('id', '=', id).executeTakeFirst(),
  'control-measure': (db, id) => db.selectFrom('control_measure').select('department_id').where('id', '=', id).executeTakeFirst(),
  'measure-execution': (db, id) => db.selectFrom('measure_execution as e').innerJoin('control_measure as m', 'm.id', 'e.measure_id').select('m.department_id').where('e.id', '=', id).executeTakeFirst(),
  'warning': (db, id) => db.selectFrom('warning').select('department_id').where('id', '=', id).executeTakeFirst(),
  'rectification': readRectification,
  'assessment-item': readAssessmentItem,
}

/**
 * Whom a file's record belongs to, for the permission to attach. Records of the office (publicity, filing) belong to
 * no department: only those who reach the whole organisation attach to them.
 * @throws Refusal `record.missing`, `rectification.closed`, `assessment.over`, `attachment.of-form`
 */
export async function attachedSubject(db: ReadableDatabase, { entity, entityId }: { entity: AttachedEntity; entityId: string }): Promise<Subject> {
  // A form was checked when it was handed in, and is kept and withdrawn with its own record.
  if (entity === 'report-form') throw new Refusal('attachment.of-form')
  const read = records[entity]
  if (read === undefined) return { departmentId: null }
  const row = await read(db, entityId)
  if (row === undefined) throw new Refusal('record.missing')
  return { departmentId: row.department_id, ...(row.entry_state === undefined ? {} : { state: row.entry_state }) }
}

/** What a closed problem was closed by stays as it was. */
async function readRectification(db: ReadableDatabase, id: string) {
  const row = await db.selectFrom('rectification').select(['number', 'department_id', 'state']).where('id', '=', id).executeTakeFirst()
  if (row?.state === 'closed') throw new Refusal('rectification.closed', { number: row.number })
  return row
}

/** What results rest on is not touched any more. */
async function readAssessmentItem(db: ReadableDatabase, id: string) {
  const row = await db.selectFrom('campaign_item as i').innerJoin('campaign_department as d', 'd.id', 'i.campaign_department_id').innerJoin('assessment_campaign as c', 'c.id', 'd.campaign_id')
    .select(['d.department_id', 'c.state']).where('i.id', '=', id).executeTakeFirst()
  if (row?.state === 'closed' || row?.state === 'dropped') throw new Refusal('assessment.over')
  return row
}
