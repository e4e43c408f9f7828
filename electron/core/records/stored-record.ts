import { CompiledQuery, sql } from 'kysely'
import { keyOf } from '#shared/model/text-key.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change, WritableDatabase } from '../database/database.ts'
import type { RecordKind, Standing } from './record-kind.ts'
import type { Values } from './values.ts'

/** @throws Refusal `record.missing` */
export async function readStanding(db: WritableDatabase, kind: RecordKind, id: string): Promise<Standing> {
  const { rows: [row] } = await sql<Values>`SELECT * FROM ${sql.table(kind.table)} WHERE id = ${id}`.execute(db)
  if (row === undefined) throw new Refusal('record.missing')
  return {
    number: Number(row['number']),
    id,
    revision: Number(row['revision']),
    state: row['state'] === 'withdrawn' ? 'withdrawn' : 'in-force',
    values: fromColumns(kind, row),
  }
}

function fromColumns(kind: RecordKind, row: Values): Values {
  return Object.fromEntries(Object.entries(kind.columns).map(([field, column]) =>
    [field, kind.flags.includes(field) ? row[column] === 1 : row[column]]))
}

/** The columns that a set of fields fills, folded keys included; fields without a column are left to the lists. */
export function toColumns(kind: Pick<RecordKind, 'columns' | 'keys'>, values: Values): Values {
  const columns: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(values)) {
    const column = kind.columns[field]
    if (column === undefined) continue
    columns[column] = typeof value === 'boolean' ? Number(value) : value
    const key = kind.keys[field]
    if (key !== undefined) columns[key] = keyOf(String(value))
  }
  return columns
}

/**
 * Inserts and answers the number. The statement is put together by hand: an import runs it tens of thousands of times,
 * and Kysely would take longer to build it than SQLite to carry it out. Table and columns are the program's own names.
 */
export async function insertColumns(db: WritableDatabase, table: RecordKind['table'], columns: Values): Promise<number> {
  const names = Object.keys(columns)
  const statement = `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')}) RETURNING "number"`
  const { rows: [row] } = await db.executeQuery<{ number: number }>(CompiledQuery.raw(statement, Object.values(columns)))
  if (row === undefined) throw new Error(`nothing was inserted into ${table}`)
  return row.number
}

/** Writes columns of one record and counts the save. */
export async function updateColumns(change: Change, kind: RecordKind, { stands, columns }: { stands: Standing; columns: Values }): Promise<number> {
  const revision = stands.revision + 1
  const assigned = Object.entries({ ...columns, revision, updated_at: change.at }).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  await sql`UPDATE ${sql.table(kind.table)} SET ${sql.join(assigned)} WHERE number = ${stands.number}`.execute(change.db)
  return revision
}
