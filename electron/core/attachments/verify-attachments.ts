import type { Database as Connection } from 'better-sqlite3'
import type { DataFolder } from '../core.ts'
import type { IntegrityProblem } from '../integrity/problem.ts'
import { contentFault } from './contents.ts'

interface Listed { number: number; file_name: string; hash: string; recorded: string | null }

/** Attached files that are gone, are no longer what they were, or whose row is not what the log says was attached. */
export function attachmentProblems(connection: Connection, place: Pick<DataFolder, 'attachments'>): IntegrityProblem[] {
  const rows = connection.prepare<[], Listed>(`
    SELECT t.number, t.file_name, t.hash, (SELECT a.after ->> 'hash' FROM audit_entry a WHERE a.entity_id = t.id AND a.action = 'attachment.add' LIMIT 1) AS recorded
    FROM attachment t ORDER BY t.number`).all()
  return rows.flatMap(({ number, file_name: name, hash, recorded }) => {
    if (recorded !== hash) return [{ code: 'integrity.attachment-row', params: { number, name } }]
    const fault = contentFault(place, hash)
    return fault === undefined ? [] : [{ code: `integrity.attachment-${fault}`, params: { number, name } }]
  })
}
