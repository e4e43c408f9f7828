import { Refusal } from '#shared/model/refusal.ts'
import type { ReadableDatabase } from '../database/database.ts'
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
