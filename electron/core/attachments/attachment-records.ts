import { sql } from 'kysely'
import type { Attachment } from '#shared/contract/attachments.ts'
import type { AttachedEntity, Secrecy } from '#shared/model/attachments.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change, ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'
import { soundFileName } from './file-name.ts'

export interface NewAttachment {
  readonly entity: AttachedEntity
  readonly entityId: string
  readonly fileName: string
  readonly mediaType: string
  readonly size: number
  readonly hash: string
  readonly secrecy: Secrecy
  readonly note: string
}

/** Ties a stored content to a record. */
export async function addAttachment(change: Change, file: NewAttachment): Promise<Attachment> {
  const id = change.newId()
  const fileName = soundFileName(file.fileName)
  await change.db.insertInto('attachment').values({
    id, entity: file.entity, entity_id: file.entityId, file_name: fileName, media_type: mediaTypeOf(file.mediaType), size: file.size, hash: file.hash,
    secrecy: file.secrecy, note: file.note, added_by: change.actor.name, added_at: change.at,
  }).execute()
  await change.record({ action: 'attachment.add', entity: 'attachment', entityId: id, after: { entity: file.entity, entityId: file.entityId, fileName, size: file.size, hash: file.hash, secrecy: file.secrecy } })
  return asAttachment(await readAttachment(change.db, id))
}

/** What the page says of a file is only a label; nothing is ever opened by it. */
const mediaTypeOf = (said: string): string => (/^[\w.+-]{1,60}\/[\w.+-]{1,100}$/u.test(said) ? said.toLowerCase() : 'application/octet-stream')

/** @throws Refusal `attachment.unknown` */
export async function readAttachment(db: ReadableDatabase, id: string): Promise<Row<'attachment'>> {
  const row = await db.selectFrom('attachment').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('attachment.unknown')
  return row
}

export async function markAttachment(change: Change, { id, secrecy, note }: { id: string; secrecy?: Secrecy | undefined; note?: string | undefined }): Promise<Attachment> {
  const before = await readAttachment(change.db, id)
  const after = { secrecy: secrecy ?? before.secrecy, note: note ?? before.note }
  if (after.secrecy !== before.secrecy || after.note !== before.note) {
    await change.db.updateTable('attachment').set(after).where('id', '=', id).execute()
    await change.record({ action: 'attachment.change', entity: 'attachment', entityId: id, before: { secrecy: before.secrecy, note: before.note }, after })
  }
  return asAttachment({ ...before, ...after })
}

/** @throws Refusal `attachment.in-use` where a decision, a disposal, a rectification or published scores rest on it, `attachment.of-execution` where a measure's state does */
export async function withdrawAttachment(change: Change, id: string): Promise<void> {
  const row = await readAttachment(change.db, id)
  if (row.state === 'withdrawn') return
  if (row.entity === 'measure-execution') throw new Refusal('attachment.of-execution', { name: row.file_name })
  if (await isRestedOn(change.db, { id, entityId: row.entity_id })) throw new Refusal('attachment.in-use', { name: row.file_name })
  await change.db.updateTable('attachment').set({ state: 'withdrawn' }).where('id', '=', id).execute()
  await change.record({ action: 'attachment.withdraw', entity: 'attachment', entityId: id, before: { state: 'in-force' }, after: { state: 'withdrawn' } })
}

/** Append-only steps that name the files they rest on, and the column that says whose step it is. */
const steps = [['review_decision', 'risk_point_id'], ['warning_step', 'warning_id'], ['rectification_step', 'rectification_id']] as const

async function isRestedOn(db: ReadableDatabase, { id, entityId }: { id: string; entityId: string }): Promise<boolean> {
  if (await isJudged(db, entityId)) return true
  for (const [table, owner] of steps) {
    const { rows } = await sql`SELECT 1 FROM ${sql.table(table)} WHERE ${sql.ref(owner)} = ${entityId} AND evidence LIKE ${`%"${id}"%`} LIMIT 1`.execute(db)
    if (rows.length > 0) return true
  }
  return false
}

/** What published scores were given on stays with them. */
async function isJudged(db: ReadableDatabase, entityId: string): Promise<boolean> {
  const campaign = await db.selectFrom('campaign_item as i').innerJoin('campaign_department as d', 'd.id', 'i.campaign_department_id').innerJoin('assessment_campaign as c', 'c.id', 'd.campaign_id')
    .select('c.state').where('i.id', '=', entityId).executeTakeFirst()
  return campaign !== undefined && campaign.state !== 'scoring'
}

export const asAttachment = (row: Row<'attachment'>): Attachment => ({
  id: row.id, number: row.number, entity: row.entity as AttachedEntity, entityId: row.entity_id, fileName: row.file_name, mediaType: row.media_type, size: row.size, hash: row.hash,
  secrecy: row.secrecy, note: row.note, addedBy: row.added_by, addedAt: row.added_at,
})
