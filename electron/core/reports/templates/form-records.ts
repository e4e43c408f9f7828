import type { ReportForm } from '#shared/contract/report-forms.ts'
import type { Locale } from '#shared/model/labels.ts'
import { reportEditions } from '#shared/model/report-editions.ts'
import type { ReportEdition } from '#shared/model/report-editions.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { addAttachment } from '../../attachments/attachment-records.ts'
import type { Change, ReadableDatabase } from '../../database/database.ts'
import type { PlaceholderNames } from './placeholders.ts'

/** The names a report has in each edition it is written in. */
export type NamesByEdition = ReadonlyMap<ReportEdition, PlaceholderNames>

interface NewForm {
  readonly kind: string
  readonly locale: Locale
  readonly name: string
  readonly file: { readonly name: string; readonly size: number; readonly hash: string }
  readonly placeholders: readonly string[]
  readonly names: NamesByEdition
}

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const formsIn = (db: ReadableDatabase) => db.selectFrom('report_form as f').innerJoin('attachment as a', 'a.id', 'f.attachment_id').selectAll('f').select(['a.file_name', 'a.size', 'a.hash'])
type StoredForm = Awaited<ReturnType<ReturnType<typeof formsIn>['execute']>>[number]

const asForm = (row: StoredForm): ReportForm => ({
  id: row.id, number: row.number, kind: row.kind, locale: row.locale, name: row.name, fileName: row.file_name, size: row.size, hash: row.hash, state: row.state,
  placeholders: JSON.parse(row.placeholders) as string[], addedBy: row.added_by, addedAt: row.added_at,
})

export const listForms = async (db: ReadableDatabase): Promise<ReportForm[]> =>
  (await formsIn(db).where('f.state', '<>', 'withdrawn').orderBy('f.number', 'desc').execute()).map(asForm)

/** @throws Refusal `record.missing` */
export async function readForm(db: ReadableDatabase, id: string): Promise<ReportForm & { readonly names: NamesByEdition }> {
  const row = await formsIn(db).where('f.id', '=', id).where('f.state', '<>', 'withdrawn').executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing')
  return { ...asForm(row), names: namesFrom(row.known_names) }
}

/** The form by which a kind is written; undefined where it is the program's own. */
export async function formInUse(db: ReadableDatabase, { kind, locale }: { kind: string; locale: Locale }): Promise<(ReportForm & { readonly names: NamesByEdition }) | undefined> {
  const row = await formsIn(db).where('f.kind', '=', kind).where('f.locale', '=', locale).where('f.state', '=', 'in-use').executeTakeFirst()
  return row && { ...asForm(row), names: namesFrom(row.known_names) }
}

export async function addForm(change: Change, { kind, locale, name, file, placeholders, names }: NewForm): Promise<ReportForm> {
  const id = change.newId()
  const attached = await addAttachment(change, { entity: 'report-form', entityId: id, fileName: file.name, mediaType, size: file.size, hash: file.hash, secrecy: 'internal', note: '' })
  await change.db.insertInto('report_form').values({
    id, kind, locale, name, attachment_id: attached.id, known_names: namesText(names), placeholders: JSON.stringify(placeholders), added_by: change.actor.name, added_at: change.at,
  }).execute()
  await change.record({ action: 'report-form.add', entity: 'report-form', entityId: id, after: { name, reportKind: kind, locale, fileName: attached.fileName, hash: file.hash } })
  return readForm(change.db, id)
}

/** Whatever was the form before goes back among those that are kept. */
export async function putFormInUse(change: Change, id: string): Promise<ReportForm> {
  const form = await readForm(change.db, id)
  if (form.state === 'in-use') return form
  const before = await putBack(change, form)
  await change.db.updateTable('report_form').set({ state: 'in-use' }).where('id', '=', id).execute()
  await change.record({ action: 'report-form.use', entity: 'report-form', entityId: id, before: { name: before ?? null }, after: { name: form.name, reportKind: form.kind, locale: form.locale } })
  return { ...form, state: 'in-use' }
}

/** @returns the name of the form that was in use */
async function putBack(change: Change, { kind, locale }: { kind: string; locale: Locale }): Promise<string | undefined> {
  const form = await formInUse(change.db, { kind, locale })
  if (form !== undefined) await change.db.updateTable('report_form').set({ state: 'kept' }).where('id', '=', form.id).execute()
  return form?.name
}

/** The kind is written in the program's own form again. */
export async function putOwnFormBack(change: Change, kind: { kind: string; locale: Locale }): Promise<number> {
  const form = await formInUse(change.db, kind)
  if (form === undefined) return 0
  await putBack(change, kind)
  await change.record({ action: 'report-form.put-back', entity: 'report-form', entityId: form.id, before: { name: form.name }, after: { reportKind: kind.kind, locale: kind.locale } })
  return 1
}

export async function withdrawForm(change: Change, id: string): Promise<void> {
  const form = await readForm(change.db, id)
  await change.db.updateTable('report_form').set({ state: 'withdrawn' }).where('id', '=', id).execute()
  await change.record({ action: 'report-form.withdraw', entity: 'report-form', entityId: id, before: { name: form.name, reportKind: form.kind, state: form.state }, after: { state: 'withdrawn' } })
}

const namesText = (names: NamesByEdition): string => JSON.stringify(Object.fromEntries([...names].map(([edition, { fields, lists }]) => [edition, { fields, lists: [...lists] }])))

function namesFrom(text: string): NamesByEdition {
  const stored = JSON.parse(text) as Partial<Record<ReportEdition, { fields: string[]; lists: [string, string[]][] }>>
  return new Map(reportEditions.flatMap((edition): [ReportEdition, PlaceholderNames][] => {
    const names = stored[edition]
    return names === undefined ? [] : [[edition, { fields: names.fields, lists: new Map(names.lists) }]]
  }))
}
