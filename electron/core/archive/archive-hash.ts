import { createHash } from 'node:crypto'
import type { Database as Connection } from 'better-sqlite3'

export interface HashedRow { readonly entity: string; readonly position: number; readonly entityId: string; readonly content: string }

/** SHA-256 over rows in their order. Each row goes in as one line of JSON, so that no text can pass for another row's. */
export function rowHasher(): { add(row: HashedRow): void; hex(): string } {
  const hash = createHash('sha256')
  return {
    add: ({ entity, position, entityId, content }) => { hash.update(`${JSON.stringify([entity, position, entityId, content])}\n`) },
    hex: () => hash.digest('hex'),
  }
}

/** The hash of a frozen year as its rows stand now, and their number. Reads row by row, changes nothing. */
export function archiveHash(connection: Connection, archiveNumber: number): { hash: string; rows: number } {
  const hasher = rowHasher()
  let rows = 0
  const stored = connection.prepare<[number], HashedRow>('SELECT entity, position, entity_id AS entityId, content FROM archive_row WHERE archive_number = ? ORDER BY entity, position')
  for (const row of stored.iterate(archiveNumber)) {
    hasher.add(row)
    rows++
  }
  return { hash: hasher.hex(), rows }
}
