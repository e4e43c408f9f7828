import { Refusal } from '#shared/model/refusal.ts'
import type { WarnedEntity } from '#shared/model/warnings/rules.ts'
import type { Change } from '../database/database.ts'
import { readHolidays } from '../review/calendar.ts'
import { dueFor } from './disposal/due.ts'
import { shortened } from './rules/rule.ts'
import { levelNamed, readLevels, readSources } from './settings.ts'

export interface RaiseOrder {
  readonly sourceCode: string
  readonly levelCode: string
  readonly departmentId: string | null
  readonly powerId: string | null
  readonly riskPointId: string | null
  readonly object: string
  readonly situation: string
  readonly subject?: { readonly entity: WarnedEntity; readonly id: string }
}

interface Place { readonly departmentId: string | null; readonly powerId: string | null; readonly riskPointId: string | null; readonly object: string }

/**
 * Enters a warning that no rule found. The power of a point and the department of either are taken from the register
 * where they are not named.
 * @throws Refusal `warning.source-unknown`, `warning.level-unknown`, `warning.situation-missing`, `record.missing`, `warning.point-of-another-power`, `warning.object-missing`
 */
export async function raiseWarning(change: Change, order: RaiseOrder): Promise<string> {
  if (order.situation.trim() === '') throw new Refusal('warning.situation-missing', {}, 'situation')
  if (!(await readSources(change.db)).some(({ code, active }) => code === order.sourceCode && active)) throw new Refusal('warning.source-unknown', {}, 'sourceCode')
  const level = levelNamed((await readLevels(change.db)).filter(({ active }) => active), order.levelCode)
  const place = await placeOf(change, order)
  const id = change.newId()
  const subject = order.subject ?? subjectOf(place)
  await change.db.insertInto('warning').values({
    id, rule_code: null, source_code: order.sourceCode, subject_entity: subject.entity, subject_id: subject.id, department_id: place.departmentId, power_id: place.powerId, risk_point_id: place.riskPointId,
    level_code: level.code, level_rank: level.severityRank, object: place.object, situation: order.situation.trim(), state_since: change.today,
    due_on: dueFor('found', level, { today: change.today, holidays: await readHolidays(change.db) }), needs_approval: level.needsApproval ? 1 : 0,
    found_at: change.at, found_on: change.today, found_by: change.actor.name, last_seen_on: change.today, last_seen_run: null, late_for: null, issue_year: null, issue_number: null, issued_on: null,
    rectify_by: null, cleared_on: null, closed_on: null,
  }).execute()
  await change.record({
    action: 'warning.raise', entity: 'warning', entityId: id,
    after: { source: order.sourceCode, warningLevel: level.code, object: place.object, departmentId: place.departmentId, powerId: place.powerId, riskPointId: place.riskPointId, text: order.situation.trim() },
  })
  return id
}

const subjectOf = ({ departmentId, powerId, riskPointId }: Place): { entity: WarnedEntity; id: string | null } => {
  if (riskPointId !== null) return { entity: 'risk-point', id: riskPointId }
  return powerId === null ? { entity: 'department', id: departmentId } : { entity: 'power', id: powerId }
}

async function placeOf({ db }: Change, order: RaiseOrder): Promise<Place> {
  const point = order.riskPointId === null ? undefined : await db.selectFrom('risk_point').select(['power_id', 'department_id', 'manifestation']).where('id', '=', order.riskPointId).executeTakeFirst()
  if (order.riskPointId !== null && point === undefined) throw new Refusal('record.missing')
  if (point !== undefined && order.powerId !== null && point.power_id !== order.powerId) throw new Refusal('warning.point-of-another-power', {}, 'riskPointId')
  const powerId = order.powerId ?? point?.power_id ?? null
  const power = powerId === null ? undefined : await db.selectFrom('power').select(['department_id', 'name']).where('id', '=', powerId).executeTakeFirst()
  if (powerId !== null && power === undefined) throw new Refusal('record.missing')
  const departmentId = order.departmentId ?? point?.department_id ?? power?.department_id ?? null
  const department = departmentId === null ? undefined : await db.selectFrom('department').select('name').where('id', '=', departmentId).executeTakeFirst()
  if (departmentId !== null && department === undefined) throw new Refusal('record.missing')
  const object = order.object === '' ? shortened(point?.manifestation ?? power?.name ?? department?.name ?? '') : order.object
  if (object === '') throw new Refusal('warning.object-missing', {}, 'object')
  return { departmentId, powerId, riskPointId: order.riskPointId, object }
}
