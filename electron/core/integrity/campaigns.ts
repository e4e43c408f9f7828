import { createHash } from 'node:crypto'
import type { Database as Connection } from 'better-sqlite3'
import { canonicalJson } from '../archive/canonical-json.ts'
import type { IntegrityProblem } from './problem.ts'

interface StoredCampaign { readonly id: string; readonly year: number; readonly state: string; readonly result_hash: string | null }
interface StoredResult { readonly departmentId: string; readonly place: number; readonly content: string }

/** Campaigns that were closed and are open again, that are closed without results, or whose hash is not that of their results. */
export function campaignProblems(connection: Connection): IntegrityProblem[] {
  const results = connection.prepare<[string], StoredResult>('SELECT department_id AS departmentId, place, content FROM assessment_result WHERE campaign_id = ? ORDER BY number')
  return connection.prepare<[], StoredCampaign>('SELECT id, year, state, result_hash FROM assessment_campaign ORDER BY number').all()
    .filter((campaign) => hashOf(results.all(campaign.id)) !== campaign.result_hash || (campaign.state === 'closed') !== (campaign.result_hash !== null))
    .map(({ year }) => ({ code: 'integrity.campaign', params: { year } }))
}

/** As the campaign was closed under; content that is no JSON is no result of any hash. */
function hashOf(results: readonly StoredResult[]): string | null {
  if (results.length === 0) return null
  return createHash('sha256').update(`[${results.map(({ departmentId, place, content }) =>
    `{"content":${content},"departmentId":${canonicalJson(departmentId)},"place":${place}}`).join(',')}]`).digest('hex')
}
