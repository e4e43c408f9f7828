import { setImmediate } from 'node:timers/promises'
import type { Database as Connection } from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { kyselyOver } from '../database/connection.ts'
import type { WritableDatabase } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import { indexMeasure, indexPower, indexRiskPoint } from '../search/search-text.ts'

/** Records made searchable in one transaction. */
const chunkSize = 500

type Indexing = (tx: WritableDatabase, after: number) => Promise<number | undefined>

/** Makes the records in force of a view findable by text: the search tables hold no text that an archive could keep. */
export async function indexView(into: Connection, onRecords: (done: number) => void): Promise<void> {
  const db = kyselyOver(into)
  let done = 0
  for (const indexChunk of [indexPowers, indexRiskPoints, indexMeasures]) {
    for (let after: number | undefined = 0; after !== undefined;) {
      after = await inTransaction(db, indexChunk, after)
      onRecords(done += chunkSize)
      await setImmediate()
    }
  }
}

const inTransaction = (db: Kysely<Schema>, indexChunk: Indexing, after: number): Promise<number | undefined> => db.transaction().execute((tx) => indexChunk(tx, after))

async function indexPowers(tx: WritableDatabase, after: number): Promise<number | undefined> {
  const powers = await tx.selectFrom('power').select(['number', 'id', 'name', 'sub_item', 'code']).where('state', '=', 'in-force').where('number', '>', after).orderBy('number').limit(chunkSize).execute()
  const ids = powers.map(({ id }) => id)
  const bases = ids.length === 0 ? [] : await tx.selectFrom('legal_basis').select(['power_id', 'text']).where('power_id', 'in', ids).orderBy('power_id').orderBy('position').execute()
  const basesOf = Map.groupBy(bases, (basis) => basis.power_id)
  for (const { number, id, name, sub_item, code } of powers) await indexPower(tx, number, { name: [name, sub_item], code, basis: (basesOf.get(id) ?? []).map(({ text }) => text) })
  return powers.at(-1)?.number
}

async function indexRiskPoints(tx: WritableDatabase, after: number): Promise<number | undefined> {
  const points = await tx.selectFrom('risk_point as r').innerJoin('power as p', 'p.id', 'r.power_id').select(['r.number', 'p.name as powerName', 'r.title', 'r.manifestation'])
    .where('r.state', '=', 'in-force').where('r.number', '>', after).orderBy('r.number').limit(chunkSize).execute()
  for (const { number, ...texts } of points) await indexRiskPoint(tx, number, texts)
  return points.at(-1)?.number
}

async function indexMeasures(tx: WritableDatabase, after: number): Promise<number | undefined> {
  const measures = await tx.selectFrom('control_measure').select(['number', 'content', 'owner']).where('state', '=', 'in-force').where('number', '>', after).orderBy('number').limit(chunkSize).execute()
  for (const { number, ...texts } of measures) await indexMeasure(tx, number, texts)
  return measures.at(-1)?.number
}
