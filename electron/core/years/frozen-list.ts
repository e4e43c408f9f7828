import type { FrozenYearRow } from '#shared/contract/years.ts'
import type { Archive } from '#shared/contract/reports.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { archivedSnapshot, findArchive, listArchives } from '../archive/archives.ts'
import { allRows } from '../archive/snapshot.ts'
import type { ReadableDatabase } from '../database/database.ts'

/** All frozen years, the latest first, each with the log's head it was frozen at. */
export async function listFrozenYears(db: ReadableDatabase): Promise<FrozenYearRow[]> {
  return Promise.all((await listArchives(db)).map((archive) => withLog(db, archive)))
}

/** @throws Refusal `archive.missing` */
export async function frozenYear(db: ReadableDatabase, year: number): Promise<FrozenYearRow> {
  const archive = await findArchive(db, year)
  if (archive === undefined) throw new Refusal('archive.missing', { year })
  return withLog(db, archive)
}

async function withLog(db: ReadableDatabase, archive: Archive): Promise<FrozenYearRow> {
  const snapshot = await archivedSnapshot(db, archive.year)
  const [header] = snapshot === undefined ? [] : await allRows(snapshot, 'archive')
  return { ...archive, log: header?.log ?? null }
}
