import { sql } from 'kysely'
import type { RectifiedEntity } from '#shared/model/rectification.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { ReadableDatabase } from '../database/database.ts'

/** Records an entry may be about that are looked up here, with what they are called. Others vouch for their own. */
const places: Partial<Record<string, { readonly table: string; readonly name: string }>> = {
  'risk-point': { table: 'risk_point', name: 'manifestation' },
  'power': { table: 'power', name: 'name' },
  'control-measure': { table: 'control_measure', name: 'content' },
  'post': { table: 'post', name: 'name' },
  'department': { table: 'department', name: 'name' },
}

/** What the record an entry is about is called; '' where that is not known here. */
export async function subjectLabel(db: ReadableDatabase, { entity, id }: { entity: string; id: string }): Promise<string> {
  const place = places[entity]
  if (place === undefined) return ''
  const { rows: [row] } = await sql<{ name: string }>`SELECT ${sql.ref(place.name)} AS name FROM ${sql.table(place.table)} WHERE id = ${id}`.execute(db)
  return row?.name ?? ''
}

/** @throws Refusal `rectification.subject-unknown` */
export async function checkSubject(db: ReadableDatabase, subject: { readonly entity: RectifiedEntity; readonly id: string }): Promise<void> {
  if (places[subject.entity] !== undefined && await subjectLabel(db, subject) === '') throw new Refusal('rectification.subject-unknown', {}, 'subject')
}
