import { setImmediate } from 'node:timers/promises'
import type { Database as Connection, Statement } from 'better-sqlite3'
import { sql } from 'kysely'
import { rowHasher } from '../archive/archive-hash.ts'
import { archivedTables, entityOf } from '../archive/register-tables.ts'
import type { ArchivedTable, StoredRow } from '../archive/register-tables.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'

/** Rows taken over in one go: some milliseconds. */
const chunkSize = 500

type ArchiveRow = Pick<Row<'archive_row'>, 'entity' | 'position' | 'entity_id' | 'content'>

/** All rows of a frozen year in the order of their hash, in chunks. */
async function* archiveRows(db: ReadableDatabase, archiveNumber: number): AsyncGenerator<ArchiveRow[], void, void> {
  for (let last: ArchiveRow | undefined; ;) {
    const behind = last === undefined ? sql`TRUE` : sql`(entity, position) > (${last.entity}, ${last.position})`
    const { rows } = await sql<ArchiveRow>`SELECT entity, position, entity_id, content FROM archive_row
      WHERE archive_number = ${archiveNumber} AND ${behind} ORDER BY entity, position LIMIT ${chunkSize}`.execute(db)
    last = rows.at(-1)
    if (last === undefined) return
    yield rows
    await setImmediate()
  }
}

export interface Filling {
  readonly db: ReadableDatabase
  readonly archive: Pick<Row<'archive'>, 'number'>
  /** The new, empty register; without triggers, because everything they would keep is in the archive. */
  readonly into: Connection
  /** Told how many rows of the archive have been read; throws to stop the work. */
  readonly onRows: (done: number) => void
}

/** Copies a frozen year's rows into their tables. @returns what the archive's rows hash to, and how many the register got */
export async function fillView({ db, archive, into, onRows }: Filling): Promise<{ hash: string; stored: number }> {
  const hasher = rowHasher()
  const store = storing(into)
  let done = 0
  let stored = 0
  for await (const rows of archiveRows(db, archive.number)) {
    for (const { entity, position, entity_id: entityId, content } of rows) hasher.add({ entity, position, entityId, content })
    stored += store(rows)
    done += rows.length
    onRows(done)
  }
  return { hash: hasher.hex(), stored }
}

/** Takes over the rows of a chunk that belong to tables, in one transaction. */
function storing(into: Connection): (rows: readonly ArchiveRow[]) => number {
  const tables = new Map(archivedTables.map((table) => [entityOf(table), inserting(into, table)]))
  return into.transaction((rows: readonly ArchiveRow[]) => {
    let stored = 0
    for (const { entity, content } of rows) {
      const insert = tables.get(entity)
      if (insert === undefined) continue
      insert(JSON.parse(content) as StoredRow)
      stored++
    }
    return stored
  })
}

/**
 * Columns this program no longer has are passed over; those the archive does not know yet take their default. What a new
 * register begins with makes room for what the year had.
 */
function inserting(into: Connection, { name, secret }: ArchivedTable): (row: StoredRow) => void {
  const known = into.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)').all(name).map((column) => column.name)
  const statements = new Map<string, Statement>()
  let begun = false
  return (stored) => {
    if (!begun) into.exec(`DELETE FROM "${name}"`)
    begun = true
    const row = { ...secret, ...stored }
    const columns = known.filter((column) => column in row)
    const shape = columns.map((column) => `"${column}"`).join(', ')
    const statement = statements.get(shape) ?? into.prepare(`INSERT INTO "${name}" (${shape}) VALUES (${columns.map(() => '?').join(', ')})`)
    statements.set(shape, statement)
    statement.run(columns.map((column) => row[column]))
  }
}
