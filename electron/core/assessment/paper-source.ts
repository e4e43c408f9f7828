import { Refusal } from '#shared/model/refusal.ts'
import type { Core } from '../core.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { readCampaign } from './campaign.ts'
import type { StoredCampaign } from './campaign.ts'
import { departmentResults } from './results.ts'
import type { DepartmentResult } from './results.ts'

/** What the papers of a campaign are made of. */
export interface PaperSource {
  readonly db: ReadableDatabase
  readonly campaign: StoredCampaign
  readonly results: readonly DepartmentResult[]
  readonly organisation: string
  /** The day of closing, so that the same campaign gives the same paper; today while it is open. */
  readonly preparedOn: string
}

/**
 * A campaign judges a year after it was frozen and is kept in today's register alone, whichever year is looked at.
 * @throws Refusal `record.missing`, `assessment.no-results`
 */
export async function paperSource({ database, frozen, env }: Pick<Core, 'database' | 'frozen' | 'env'>, { subjectId, departmentIds }: { subjectId?: string | undefined; departmentIds?: readonly string[] | undefined }): Promise<PaperSource> {
  const db = (frozen?.live ?? database).read
  if (subjectId === undefined) throw new Refusal('record.missing')
  const campaign = await readCampaign(db, subjectId)
  const chosen = departmentIds === undefined || departmentIds.length === 0 ? undefined : new Set(departmentIds)
  const results = (await departmentResults(db, campaign)).filter(({ departmentId }) => chosen?.has(departmentId) ?? true)
  if (results.length === 0) throw new Refusal('assessment.no-results')
  const { name } = await db.selectFrom('organisation').select('name').executeTakeFirstOrThrow()
  return { db, campaign, results, organisation: name, preparedOn: env.localDate(campaign.row.closed_at === null ? env.now() : Date.parse(campaign.row.closed_at)) }
}
