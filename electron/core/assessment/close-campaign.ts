import { createHash } from 'node:crypto'
import { placesOf } from '#shared/model/assessment/result.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { canonicalJson } from '../archive/canonical-json.ts'
import type { Change } from '../database/database.ts'
import type { RowToSeal } from '../evidence/sealed-tables.ts'
import { campaignIn, campaignSummary } from './campaign.ts'
import { resultContent } from './closed-result.ts'
import { readStandings } from './standings.ts'

/**
 * Ends a campaign for good: every department's result is written down with all it is made of, ranked, sealed in the log
 * and put under one hash. Possible from the last day of the objection period, when all objections are answered.
 * @throws Refusal `assessment.not-published`, `assessment.objections-until`, `assessment.objections-unanswered`; StaleRecord
 */
export async function closeCampaign(change: Change, seen: { id: string; revision: number }): Promise<{ resultHash: string }> {
  const campaign = await campaignIn(change.db, seen, 'published')
  const { row, template } = campaign
  if (row.object_until !== null && change.today < row.object_until) throw new Refusal('assessment.objections-until', { date: row.object_until })
  const { openObjections: open } = await campaignSummary(change.db, row.id)
  if (open > 0) throw new Refusal('assessment.objections-unanswered', { open })
  const results = (await readStandings(change.db, campaign)).map((standing) => {
    const content = resultContent(template, standing)
    if (content === undefined) throw new Error(`department ${standing.row.id} has no result`)
    return { departmentId: standing.row.department_id, content, bandRank: content.band.rank, total: content.total }
  })
  const placed = placesOf(results).map(({ of: { departmentId, content }, place }) => ({ departmentId, place, content }))
  const seals: RowToSeal[] = []
  for (const { departmentId, place, content } of placed) {
    const id = change.newId()
    await change.db.insertInto('assessment_result').values({ id, campaign_id: row.id, department_id: departmentId, place, total: content.total, band: content.band.code, content: canonicalJson(content) }).execute()
    seals.push({ table: 'assessment_result', key: id })
  }
  const resultHash = createHash('sha256').update(canonicalJson(placed)).digest('hex')
  await change.db.updateTable('assessment_campaign').set({ state: 'closed', closed_by: change.actor.name, closed_at: change.at, result_hash: resultHash, revision: row.revision + 1 }).where('id', '=', row.id).execute()
  await change.record({ action: 'assessment.close', entity: 'assessment', entityId: row.id, before: { campaignState: 'published' }, after: { campaignState: 'closed', resultHash, departmentCount: placed.length }, seals })
  return { resultHash }
}
