import type { Organisation, OrganisationInput } from '#shared/contract/organisation.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change, ReadableDatabase } from '../database/database.ts'
import { differenceOf } from '../records/values.ts'
import { StaleRecord } from '../stale-record.ts'
import { soundOrganisation } from './organisation-rules.ts'

/** The organisation that keeps this register; null before it has been set up. */
export async function readOrganisation(db: Pick<ReadableDatabase, 'selectFrom'>): Promise<Organisation | null> {
  const row = await db.selectFrom('organisation').selectAll().executeTakeFirst()
  if (row === undefined) return null
  return {
    id: row.id, revision: row.revision, name: row.name, creditCode: row.credit_code, regionCode: row.region_code,
    level: row.level, parentName: row.parent_name, scaleCode: row.scale_code,
  }
}

/** @throws StaleRecord; Refusal `organisation.missing` and what `soundOrganisation` refuses */
export async function changeOrganisation(change: Change, { revision, ...input }: OrganisationInput & { revision: number }): Promise<void> {
  const stands = await readOrganisation(change.db)
  if (stands === null) throw new Refusal('organisation.missing')
  if (stands.revision !== revision) throw new StaleRecord(stands.id, { ...stands })
  const difference = differenceOf({ ...stands }, { ...soundOrganisation(input) })
  if (difference === undefined) return
  const { name, creditCode, regionCode, level, parentName } = { ...stands, ...difference.after } as Organisation
  await change.db.updateTable('organisation')
    .set({ name, credit_code: creditCode, region_code: regionCode, level, parent_name: parentName, revision: revision + 1, updated_at: change.at })
    .where('id', '=', stands.id).execute()
  await change.record({ action: 'organisation.change', entity: 'organisation', entityId: stands.id, ...difference })
}
