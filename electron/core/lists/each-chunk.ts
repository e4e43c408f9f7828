import { sql } from 'kysely'
import type { ReadableDatabase } from '../database/database.ts'
import { allOf, conditionsOf, sourceOf } from './conditions.ts'
import type { Selection } from './filter-rules.ts'
import type { AnyList } from './list-kind.ts'

const chunkSize = 500

/** All numbers that pass, in order, by chunks: each continues behind the last number, so no chunk costs more than another. */
export async function* eachChunkOfNumbers(db: ReadableDatabase, list: AnyList, selection: Selection): AsyncGenerator<number[], void, void> {
  const { from, conditions } = sourceOf(list, selection)
  const number = selection.match === undefined ? sql`r.number` : sql`${sql.table(list.search)}.rowid`
  for (let last = 0; ;) {
    const where = allOf([...conditions, ...conditionsOf(selection), sql`${number} > ${last}`])
    const { rows } = await sql<{ number: number }>`SELECT r.number AS number FROM ${from} WHERE ${where} ORDER BY ${number} LIMIT ${chunkSize}`.execute(db)
    if (rows.length > 0) yield rows.map((row) => row.number)
    const end = rows.at(-1)
    if (end === undefined || rows.length < chunkSize) return
    last = end.number
  }
}
