import type { Database as Connection } from 'better-sqlite3'
import { archiveHash } from './archive-hash.ts'

/** `rows`: some are missing or too many; `content`: a row is not what was frozen; `header`: year, time or name differ from the frozen ones. */
export interface FaultyArchive { readonly year: number; readonly fault: 'rows' | 'content' | 'header' }

interface Header { number: number; year: number; frozen_at: string; frozen_by: string; content_hash: string; row_total: number }

/** The frozen years that are no longer what they were. Reads everything once; changes nothing. */
export function faultyArchives(connection: Connection): FaultyArchive[] {
  const archives = connection.prepare<[], Header>('SELECT number, year, frozen_at, frozen_by, content_hash, row_total FROM archive ORDER BY year').all()
  return archives.flatMap((archive) => {
    const fault = faultOf(connection, archive)
    return fault === undefined ? [] : [{ year: archive.year, fault }]
  })
}

function faultOf(connection: Connection, archive: Header): FaultyArchive['fault'] | undefined {
  const { hash, rows } = archiveHash(connection, archive.number)
  if (rows !== archive.row_total) return 'rows'
  if (hash !== archive.content_hash) return 'content'
  return headerStands(connection, archive) ? undefined : 'header'
}

/** The hash covers a row that says the same as the header, so that the header cannot be changed alone. */
function headerStands(connection: Connection, { number, year, frozen_at, frozen_by }: Header): boolean {
  const row = connection.prepare<[number], { year: number; at: string; by: string }>(
    "SELECT content ->> 'year' AS year, content ->> 'frozenAt' AS at, content ->> 'frozenBy' AS by FROM archive_row WHERE archive_number = ? AND entity = 'archive'").get(number)
  return row?.year === year && row.at === frozen_at && row.by === frozen_by
}
