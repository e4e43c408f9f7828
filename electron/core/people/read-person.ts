import { Refusal } from '#shared/model/refusal.ts'
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'

type Database = Pick<ReadableDatabase | WritableDatabase, 'selectFrom'>

/** @throws Refusal `person.missing` */
export async function readPerson(db: Database, id: string): Promise<Row<'person'>> {
  const person = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
  if (person === undefined) throw new Refusal('person.missing')
  return person
}

/** @throws Refusal `person.missing`, `person.withdrawn` */
export async function personInForce(db: Database, id: string): Promise<Row<'person'>> {
  const person = await readPerson(db, id)
  if (person.state === 'withdrawn') throw new Refusal('person.withdrawn', { name: person.name })
  return person
}
