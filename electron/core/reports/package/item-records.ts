import type { Attachment } from '#shared/contract/attachments.ts'
import { packageContents } from '#shared/model/inspection-package.ts'
import type { PackageItemCode } from '#shared/model/inspection-package.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { addAttachment, asAttachment } from '../../attachments/attachment-records.ts'
import type { NewAttachment } from '../../attachments/attachment-records.ts'
import type { Change, ReadableDatabase } from '../../database/database.ts'
import type { Row } from '../../database/schema.ts'

interface Place { readonly year: number; readonly item: PackageItemCode }

/** What the office said of an item and what it handed in for it. */
export interface OwnItem { readonly notApplicable: string | null; readonly files: readonly Attachment[] }

/** All items of a year that somebody touched, by their codes. */
export async function readOwnItems(db: ReadableDatabase, year: number): Promise<ReadonlyMap<string, OwnItem>> {
  const rows = await db.selectFrom('package_item').selectAll().where('year', '=', year).execute()
  const items = new Map<string, OwnItem>()
  for (const row of rows) items.set(row.item, { notApplicable: row.not_applicable, files: await filesOf(db, row.id) })
  return items
}

async function filesOf(db: ReadableDatabase, id: string): Promise<Attachment[]> {
  const rows = await db.selectFrom('attachment').selectAll().where('entity_id', '=', id).where('entity', '=', 'package-item').where('state', '=', 'in-force').orderBy('number').execute()
  return rows.map(asAttachment)
}

const find = (db: ReadableDatabase, { year, item }: Place) => db.selectFrom('package_item').selectAll().where('year', '=', year).where('item', '=', item).executeTakeFirst()

/** Ties a document of the office to an item; one that was said not to apply applies again. @throws Refusal `package.item-own` */
export async function attachToItem(change: Change, place: Place, file: Pick<NewAttachment, 'fileName' | 'mediaType' | 'size' | 'hash' | 'secrecy'>): Promise<Attachment> {
  if (!packageContents[place.item].own) throw new Refusal('package.item-own')
  const row = await find(change.db, place) ?? await create(change, place, null)
  if (row.not_applicable !== null) await say(change, row, null)
  return addAttachment(change, { ...file, entity: 'package-item', entityId: row.id, note: '' })
}

/** Says why an item does not apply, or that it does. @throws Refusal `package.item-has-files` */
export async function markItem(change: Change, place: Place, notApplicable: string | null): Promise<boolean> {
  const row = await find(change.db, place)
  if (row === undefined) {
    if (notApplicable === null) return false
    await create(change, place, notApplicable)
    return true
  }
  if (row.not_applicable === notApplicable) return false
  if (notApplicable !== null && (await filesOf(change.db, row.id)).length > 0) throw new Refusal('package.item-has-files')
  await say(change, row, notApplicable)
  return true
}

async function create(change: Change, { year, item }: Place, notApplicable: string | null): Promise<Row<'package_item'>> {
  const id = change.newId()
  await change.db.insertInto('package_item').values({ id, year, item, not_applicable: notApplicable, changed_by: change.actor.name, changed_at: change.at }).execute()
  await change.record({ action: 'package-item.change', entity: 'package-item', entityId: id, after: { year, item, notApplicable } })
  return change.db.selectFrom('package_item').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

async function say(change: Change, row: Row<'package_item'>, notApplicable: string | null): Promise<void> {
  await change.db.updateTable('package_item').set({ not_applicable: notApplicable, changed_by: change.actor.name, changed_at: change.at }).where('id', '=', row.id).execute()
  await change.record({ action: 'package-item.change', entity: 'package-item', entityId: row.id, before: { notApplicable: row.not_applicable }, after: { year: row.year, item: row.item, notApplicable } })
}
