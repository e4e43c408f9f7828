import type { Rater } from '#shared/model/assessment/definition.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change, ReadableDatabase } from '../database/database.ts'
import type { Call } from '../registration.ts'
import { readCampaign } from './campaign.ts'
import type { StoredCampaign } from './campaign.ts'
import { readStandings } from './standings.ts'
import type { DepartmentStanding, ItemStanding } from './standings.ts'

export interface DepartmentPlace { readonly campaign: StoredCampaign; readonly standing: DepartmentStanding }
export interface ItemPlace extends DepartmentPlace { readonly item: ItemStanding }

/** A department of a campaign, with the campaign. @throws Refusal `record.missing` */
export async function departmentPlace(db: ReadableDatabase, campaignDepartmentId: string): Promise<DepartmentPlace> {
  const row = await db.selectFrom('campaign_department').select('campaign_id').where('id', '=', campaignDepartmentId).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing')
  const campaign = await readCampaign(db, row.campaign_id)
  const [standing] = await readStandings(db, campaign, campaignDepartmentId)
  if (standing === undefined) throw new Refusal('record.missing')
  return { campaign, standing }
}

/** @throws Refusal `record.missing` */
export async function itemPlace(db: ReadableDatabase, campaignItemId: string): Promise<ItemPlace> {
  const row = await db.selectFrom('campaign_item').select('campaign_department_id').where('id', '=', campaignItemId).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing')
  const place = await departmentPlace(db, row.campaign_department_id)
  const item = place.standing.items.find(({ id }) => id === campaignItemId)
  if (item === undefined) throw new Refusal('record.missing')
  return { ...place, item }
}

/** What the log and other lists call an item of a department. */
export const nameOf = ({ standing, item }: Pick<ItemPlace, 'standing' | 'item'>): string => `${standing.row.name} · ${item.item.text['zh-CN']}`

type Writer = Pick<Call, 'caller'> | Pick<Change, 'actor'>

/** Whether somebody ever wrote any of a department's self score, even where another has changed it since; by name where there are no accounts. */
export function wroteSelfScore({ items }: DepartmentStanding, writer: Writer): boolean {
  const { id, name } = 'caller' in writer ? { id: writer.caller.personId ?? undefined, name: writer.caller.name } : writer.actor
  return items.some(({ trail }) => trail.some(({ rater, person, person_id }) => rater === 'self' && (id === undefined || person_id === null ? person === name : person_id === id)))
}

/** Nobody judges what he wrote. @throws Refusal `assessment.own-self-score` */
export function refuseOwnSelfScore(standing: DepartmentStanding, writer: Writer, rater: Rater): void {
  if (rater !== 'self' && wroteSelfScore(standing, writer)) throw new Refusal('assessment.own-self-score', { department: standing.row.name })
}
