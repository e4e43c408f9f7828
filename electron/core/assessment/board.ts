import type { BoardRow, OpenCampaign } from '#shared/contract/assessment.ts'
import { pointsOf } from '#shared/model/assessment/scores.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { campaignSummary, readCampaign } from './campaign.ts'
import { doneBy, readStandings } from './standings.ts'
import type { DepartmentStanding } from './standings.ts'
import { scoringRulesOf, waitsFor } from './who-scores.ts'
import type { Asking } from './who-scores.ts'

/** A campaign with how far each department is in each step. @throws Refusal `record.missing` */
export async function readBoard(db: ReadableDatabase, id: string, asking: Asking): Promise<OpenCampaign> {
  const campaign = await readCampaign(db, id)
  const objections = await countObjections(db, id)
  const { weights, total, bands } = campaign.template
  const standings = await readStandings(db, campaign)
  const rulesOf = await scoringRulesOf(db, standings, asking)
  const scoring = campaign.row.state === 'scoring'
  const board = standings.map((standing): BoardRow => ({ ...boardRow(standing, objections.get(standing.row.id)), yours: scoring && waitsFor(rulesOf(standing), standing.row.step) }))
  return { ...await campaignSummary(db, id), today: asking.today, weights, total, bands, board }
}

interface Objections { readonly all: number; readonly open: number }

function boardRow(standing: DepartmentStanding, { all, open }: Objections = { all: 0, open: 0 }): Omit<BoardRow, 'yours'> {
  const { row, items, result } = standing
  return {
    id: row.id, departmentId: row.department_id, name: row.name, step: row.step, returned: row.returned,
    done: { self: doneBy(standing, 'self'), office: doneBy(standing, 'office'), lead: doneBy(standing, 'lead') }, items: items.length,
    total: result === undefined ? null : pointsOf(result.total), band: result?.band.code ?? null, objections: all, openObjections: open,
  }
}

/** By department of the campaign. */
async function countObjections(db: ReadableDatabase, campaignId: string): Promise<Map<string, Objections>> {
  const rows = await db.selectFrom('campaign_department as d').innerJoin('campaign_item as i', 'i.campaign_department_id', 'd.id').innerJoin('assessment_objection as o', 'o.campaign_item_id', 'i.id')
    .leftJoin('assessment_answer as a', 'a.objection_id', 'o.id').where('d.campaign_id', '=', campaignId).groupBy('d.id').select(({ fn }) => ['d.id', fn.count<number>('o.id').as('objections'), fn.count<number>('a.id').as('answered')]).execute()
  return new Map(rows.map(({ id, objections, answered }) => [id, { all: objections, open: objections - answered }]))
}
