import { setImmediate } from 'node:timers/promises'
import type { Archive } from '#shared/contract/reports.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'
import type { RegisterSnapshot, SnapshotContent, SnapshotEntity } from './snapshot.ts'

const chunkSize = 500

/** All frozen years, the latest first. */
export async function listArchives(db: ReadableDatabase): Promise<Archive[]> {
  const rows = await db.selectFrom('archive').selectAll().orderBy('year', 'desc').execute()
  return Promise.all(rows.map((row) => describe(db, row)))
}

export async function findArchive(db: ReadableDatabase, year: number): Promise<Archive | undefined> {
  const row = await db.selectFrom('archive').selectAll().where('year', '=', year).executeTakeFirst()
  return row && describe(db, row)
}

async function describe(db: ReadableDatabase, row: Row<'archive'>): Promise<Archive> {
  const [powers, riskPoints, controlMeasures] = await Promise.all((['power', 'risk-point', 'control-measure'] as const).map((entity) => countRows(db, row.number, entity)))
  return { year: row.year, frozenAt: row.frozen_at, frozenBy: row.frozen_by, contentHash: row.content_hash, powers: powers ?? 0, riskPoints: riskPoints ?? 0, controlMeasures: controlMeasures ?? 0 }
}

async function countRows(db: ReadableDatabase, archiveNumber: number, entity: SnapshotEntity): Promise<number> {
  const { rows } = await db.selectFrom('archive_row').select(({ fn }) => fn.countAll<number>().as('rows')).where('archive_number', '=', archiveNumber).where('entity', '=', entity).executeTakeFirstOrThrow()
  return rows
}

/** A frozen year as a snapshot; undefined where the year is not frozen. */
export async function archivedSnapshot(db: ReadableDatabase, year: number): Promise<RegisterSnapshot | undefined> {
  const archive = await db.selectFrom('archive').selectAll().where('year', '=', year).executeTakeFirst()
  if (archive === undefined) return undefined
  const rows = <E extends SnapshotEntity>(entity: E) => readBack(db, archive.number, entity)
  let takenOn = archive.frozen_at.slice(0, 10)
  for await (const [header] of rows('archive')) takenOn = header?.frozenOn ?? takenOn
  return { source: 'archive', year, takenOn, contentHash: archive.content_hash, rows, count: (entity) => countRows(db, archive.number, entity) }
}

/** The latest frozen year before a year; undefined where there is none. */
export async function archiveBefore(db: ReadableDatabase, year: number): Promise<RegisterSnapshot | undefined> {
  const earlier = await db.selectFrom('archive').select('year').where('year', '<', year).orderBy('year', 'desc').limit(1).executeTakeFirst()
  return earlier && archivedSnapshot(db, earlier.year)
}

/** Rows of a frozen year in chunks, as they were written; other work gets its turn between them. */
async function* readBack<E extends SnapshotEntity>(db: ReadableDatabase, archiveNumber: number, entity: E): AsyncGenerator<SnapshotContent[E][], void, void> {
  for (let after = -1; ;) {
    const rows = await db.selectFrom('archive_row').select(['position', 'content']).where('archive_number', '=', archiveNumber).where('entity', '=', entity)
      .where('position', '>', after).orderBy('position').limit(chunkSize).execute()
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows.map((row) => JSON.parse(row.content) as SnapshotContent[E])
    after = last.position
    await setImmediate()
  }
}
