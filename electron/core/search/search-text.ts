import { CompiledQuery, sql } from 'kysely'
import type { WritableDatabase } from '../database/database.ts'
import { indexText } from './bigrams.ts'

export { matchExpression } from './match-expression.ts'

/** The search tables. They hold no text, only which pairs of signs stand where; rows bear the record's number. */
export type SearchTable = 'power_text' | 'risk_point_text' | 'control_measure_text'

type Text = string | null | undefined

/** Makes a power findable by name (with its sub-item), code and legal bases. */
export const indexPower = (db: WritableDatabase, number: number, texts: { name: readonly Text[]; code: Text; basis: readonly Text[] }): Promise<void> =>
  put(db, 'power_text', { number, columns: { name: indexText(texts.name), code: indexText([texts.code]), basis: indexText(texts.basis) } })

/** Makes a risk point findable by the name of its power, its title and its manifestation. */
export const indexRiskPoint = (db: WritableDatabase, number: number, texts: { powerName: Text; title: Text; manifestation: Text }): Promise<void> =>
  put(db, 'risk_point_text', {
    number,
    columns: { power_name: indexText([texts.powerName]), title: indexText([texts.title]), manifestation: indexText([texts.manifestation]) },
  })

/** Makes a control measure findable by its content and its owner. */
export const indexMeasure = (db: WritableDatabase, number: number, texts: { content: Text; owner: Text }): Promise<void> =>
  put(db, 'control_measure_text', { number, columns: { content_text: indexText([texts.content]), owner: indexText([texts.owner]) } })

/** Put together by hand because it runs with every record of an import; table and columns are the program's own names. */
async function put(db: WritableDatabase, table: SearchTable, { number, columns }: { number: number; columns: Record<string, string> }): Promise<void> {
  const names = Object.keys(columns)
  const statement = `INSERT OR REPLACE INTO "${table}" (rowid, ${names.map((name) => `"${name}"`).join(', ')}) VALUES (?, ${names.map(() => '?').join(', ')})`
  await db.executeQuery(CompiledQuery.raw(statement, [number, ...Object.values(columns)]))
}

/** Takes a record out of the search. */
export async function forgetText(db: WritableDatabase, table: SearchTable, number: number): Promise<void> {
  await sql`DELETE FROM ${sql.table(table)} WHERE rowid = ${number}`.execute(db)
}
