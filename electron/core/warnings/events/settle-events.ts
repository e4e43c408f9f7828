import { Refusal } from '#shared/model/refusal.ts'
import { keyOf } from '#shared/model/text-key.ts'
import { heaviestFirst } from '#shared/model/warnings/levels.ts'
import type { WarningLevel } from '#shared/model/warnings/levels.ts'
import type { Change } from '../../database/database.ts'
import type { Row } from '../../database/schema.ts'
import { raiseWarning } from '../raise.ts'
import { readLevels } from '../settings.ts'

interface Seen { readonly id: string; readonly revision: number }

/** @throws Refusal `record.missing`, `event.stale`, `event.settled` */
async function openEvent(change: Change, { id, revision }: Seen): Promise<Row<'supervision_event'>> {
  const row = await change.db.selectFrom('supervision_event').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing')
  if (row.state !== 'open') throw new Refusal('event.settled', { number: row.number })
  if (row.revision !== revision) throw new Refusal('event.stale', { number: row.number })
  return row
}

/** Ties an event to a power, and to one of its points, by hand. @throws Refusal as `openEvent`, `warning.point-of-another-power` */
export async function linkEvent(change: Change, { powerId, riskPointId, ...seen }: Seen & { powerId: string; riskPointId: string | null }): Promise<number> {
  const row = await openEvent(change, seen)
  const power = await change.db.selectFrom('power').select(['department_id', 'name']).where('id', '=', powerId).where('state', '=', 'in-force').executeTakeFirst()
  if (power === undefined) throw new Refusal('record.missing')
  const point = riskPointId === null ? undefined : await change.db.selectFrom('risk_point').select('power_id').where('id', '=', riskPointId).where('state', '=', 'in-force').executeTakeFirst()
  if (riskPointId !== null && point?.power_id !== powerId) throw new Refusal('warning.point-of-another-power', {}, 'riskPointId')
  await change.db.updateTable('supervision_event').set({ power_id: powerId, risk_point_id: riskPointId, department_id: row.department_id ?? power.department_id, linked_by: 'hand', revision: row.revision + 1 }).where('id', '=', row.id).execute()
  await change.record({ action: 'supervision-event.link', entity: 'supervision-event', entityId: row.id, before: { powerId: row.power_id, riskPointId: row.risk_point_id }, after: { powerId, riskPointId } })
  return row.revision + 1
}

/** What needs no warning says why. @throws Refusal as `openEvent`, `event.reason-missing` */
export async function dismissEvents(change: Change, { sheets, reason }: { sheets: readonly Seen[]; reason: string }): Promise<number> {
  if (reason.trim() === '') throw new Refusal('event.reason-missing', {}, 'reason')
  for (const seen of sheets) {
    const row = await openEvent(change, seen)
    await change.db.updateTable('supervision_event').set({ state: 'dismissed', settled_reason: reason.trim(), settled_by: change.actor.name, settled_at: change.at, revision: row.revision + 1 }).where('id', '=', row.id).execute()
    await change.record({ action: 'supervision-event.dismiss', entity: 'supervision-event', entityId: row.id, after: { name: row.event_no, reason: reason.trim() } })
  }
  return sheets.length
}

/** The level a platform's word means: the one whose name begins with it; else the lightest. */
export function levelMeant(levels: readonly WarningLevel[], word: string): WarningLevel | undefined {
  const key = keyOf(word)
  const named = key === '' ? undefined : levels.find(({ code, labels }) => code === key || keyOf(labels['zh-CN']).startsWith(key) || key.startsWith(keyOf(labels['zh-CN'])) || keyOf(labels.en).startsWith(key))
  return named ?? heaviestFirst(levels).at(-1)
}

/** Makes a warning of an event; its source is the platform. @throws Refusal as `openEvent`, `raiseWarning` */
export async function warnOfEvent(change: Change, { levelCode, ...seen }: Seen & { levelCode?: string | undefined }): Promise<string> {
  const row = await openEvent(change, seen)
  const levels = (await readLevels(change.db)).filter(({ active }) => active)
  const situation = [row.kind, row.text, row.case_no].filter((part) => part !== '').join('\n')
  const warningId = await raiseWarning(change, {
    sourceCode: 'supervision', levelCode: levelCode ?? levelMeant(levels, row.level)?.code ?? '', departmentId: row.department_id, powerId: row.power_id, riskPointId: row.risk_point_id,
    object: row.power_id === null ? row.power_name || row.department || row.kind || row.event_no : '', situation, subject: { entity: 'supervision-event', id: row.id },
  })
  await change.db.updateTable('supervision_event').set({ state: 'warned', warning_id: warningId, settled_by: change.actor.name, settled_at: change.at, revision: row.revision + 1 }).where('id', '=', row.id).execute()
  await change.record({ action: 'supervision-event.warn', entity: 'supervision-event', entityId: row.id, after: { name: row.event_no } })
  return warningId
}
