import type { Results } from '#shared/contract/assessment.ts'
import { itemsOf } from '#shared/model/assessment/definition.ts'
import { placesOf } from '#shared/model/assessment/result.ts'
import { pointsOf } from '#shared/model/assessment/scores.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'
import { readCampaign } from './campaign.ts'
import type { StoredCampaign } from './campaign.ts'
import { readClosed, resultContent } from './closed-result.ts'
import type { ClosedResult } from './closed-result.ts'
import { departmentPlace } from './place.ts'
import { groupPoints } from './sheet.ts'
import { readStandings } from './standings.ts'

export interface DepartmentResult { readonly departmentId: string; readonly campaignDepartmentId: string; readonly place: number; readonly content: ClosedResult }

/** The results of a campaign in their order: as they were sealed where it is closed, else as they stand now. */
export async function departmentResults(db: ReadableDatabase, campaign: StoredCampaign): Promise<DepartmentResult[]> {
  if (campaign.row.state === 'closed') {
    const rows = await db.selectFrom('assessment_result as r').innerJoin('campaign_department as d', (join) => join.onRef('d.campaign_id', '=', 'r.campaign_id').onRef('d.department_id', '=', 'r.department_id'))
      .where('r.campaign_id', '=', campaign.row.id).select(['r.department_id', 'r.place', 'r.content', 'd.id as campaignDepartmentId']).orderBy('r.place').orderBy('d.position').execute()
    return rows.map((row) => ({ departmentId: row.department_id, campaignDepartmentId: row.campaignDepartmentId, place: row.place, content: readClosed(row.content) }))
  }
  const standing = (await readStandings(db, campaign)).flatMap((one) => {
    const content = resultContent(campaign.template, one)
    return content === undefined ? [] : [{ departmentId: one.row.department_id, campaignDepartmentId: one.row.id, content, bandRank: content.band.rank, total: content.total }]
  })
  return placesOf(standing).map(({ of: { departmentId, campaignDepartmentId, content }, place }) => ({ departmentId, campaignDepartmentId, place, content }))
}

/** How many earlier campaigns a result is held against. */
const lookedBack = 4

type Earlier = Pick<Row<'assessment_campaign'>, 'id' | 'year' | 'title'>

/** The closed campaigns of earlier years, the latest first. */
const earlierCampaigns = (db: ReadableDatabase, { year }: Pick<Row<'assessment_campaign'>, 'year'>): Promise<Earlier[]> =>
  db.selectFrom('assessment_campaign').select(['id', 'year', 'title']).where('year', '<', year).where('state', '=', 'closed').orderBy('year', 'desc').orderBy('number', 'desc').limit(lookedBack).execute()

const asEarlier = ({ id, year, title }: Earlier) => ({ campaignId: id, year, title })

/** Ranking, bands and earlier years. @throws Refusal `record.missing` */
export async function readResults(db: ReadableDatabase, id: string): Promise<Results> {
  const campaign = await readCampaign(db, id)
  const { template, row } = campaign
  const results = await departmentResults(db, campaign)
  const { departments } = await db.selectFrom('campaign_department').select(({ fn }) => fn.countAll<number>().as('departments')).where('campaign_id', '=', id).executeTakeFirstOrThrow()
  const earlier = await earlierCampaigns(db, row)
  const before = await Promise.all(earlier.map(async (one) => {
    const rows = await db.selectFrom('assessment_result').select(['department_id', 'content']).where('campaign_id', '=', one.id).execute()
    return new Map(rows.map(({ department_id, content }) => [department_id, readClosed(content)]))
  }))
  return {
    final: row.state === 'closed', complete: results.length === departments, total: template.total, bands: template.bands, earlier: earlier.map(asEarlier), groups: groupPoints(template),
    rows: results.map(({ departmentId, campaignDepartmentId, place, content }) => ({
      campaignDepartmentId, departmentId, name: content.department, place, total: pointsOf(content.total), base: pointsOf(content.base), bonus: pointsOf(content.bonus), band: content.band.code, vetoes: content.vetoes,
      groups: content.groups.map(({ code }) => pointsOf(content.items.filter(({ group }) => group === code).reduce((sum, { final }) => sum + final, 0))),
      earlier: before.map((of) => { const then = of.get(departmentId); return then === undefined ? null : { total: pointsOf(then.total), band: then.band.labels } }),
    })),
  }
}

/** A department's items beside those of earlier closed campaigns; an item is the same by its code. @throws Refusal `record.missing` */
export async function compareDepartment(db: ReadableDatabase, id: string) {
  const { campaign, standing } = await departmentPlace(db, id)
  const earlier = await earlierCampaigns(db, campaign.row)
  const rows = await Promise.all(earlier.map(async (one) => {
    const row = await db.selectFrom('assessment_result').select('content').where('campaign_id', '=', one.id).where('department_id', '=', standing.row.department_id).executeTakeFirst()
    return new Map((row === undefined ? [] : readClosed(row.content).items).map((item) => [item.code, item]))
  }))
  return {
    earlier: earlier.map(asEarlier),
    items: itemsOf(campaign.template).map(({ code, text, points }) => {
      const score = standing.result?.items.get(code)
      return { code, text, points, score: score === undefined ? null : pointsOf(score), earlier: rows.map((of) => { const then = of.get(code); return then === undefined ? null : { points: pointsOf(then.points), score: pointsOf(then.final) } }) }
    }),
  }
}
