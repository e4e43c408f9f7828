import { sql } from 'kysely'
import type { Progress } from '#shared/contract/procedure.ts'
import type { Archive } from '#shared/contract/reports.ts'
import { severityTotals } from '#shared/model/consistency/totals.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { countRules } from '../consistency/count-rules.ts'
import type { Core } from '../core.ts'
import type { Actor, Change } from '../database/database.ts'
import { reporting } from '../long-work.ts'
import type { Report } from '../long-work.ts'
import { rowHasher } from './archive-hash.ts'
import { archivedSnapshot, findArchive } from './archives.ts'
import { canonicalJson } from './canonical-json.ts'
import { liveSnapshot } from './live-snapshot.ts'
import { archivedTables, countTable, entityOf, rowName, tableRows } from './register-tables.ts'
import { idOf, snapshotEntities } from './snapshot.ts'
import type { RegisterSnapshot, SnapshotYear } from './snapshot.ts'

/** Rows written by one statement: five values each, well below SQLite's limit. */
const rowsAtOnce = 500

/**
 * Freezes a year: all that the register holds now goes into the archive under one hash, in one change. Stopping to
 * read before it is done leaves nothing behind. What the consistency check found at that moment is recorded with it, and
 * whether whoever froze the year had been shown it.
 * @throws Refusal `year.frozen` the second time, `year.not-begun`, `organisation.missing`
 */
export function freezeYear(core: Core, actor: Actor, year: number, { confirmed = false }: { confirmed?: boolean } = {}): AsyncGenerator<Progress, Archive, void> {
  return reporting(async (report) => {
    await core.database.change(actor, (change) => freeze(change, { year, confirmed, report }))
    await core.database.keepHead('freeze')
    const archive = await findArchive(core.database.read, year)
    if (archive === undefined) throw new Error(`the frozen year ${year} is not there`)
    return archive
  })
}

async function freeze(change: Change, { year, confirmed, report }: { year: number; confirmed: boolean; report: Report }): Promise<void> {
  await refuseUnlessOpen(change, year)
  const found = severityTotals(await countRules(change.db, change.today, { onRule: () => report({ done: 0, total: 0, stage: 'check' }) }))
  const snapshot = liveSnapshot(change.db, { year, today: change.today })
  const total = await expectedRows(change, snapshot)
  const { number } = await change.db.selectFrom('archive').select(({ fn }) => fn.max<number | null>('number').as('number')).executeTakeFirstOrThrow()
  const archive = { number: (number ?? 0) + 1, id: change.newId(), year, frozen_at: change.at, frozen_by: change.actor.name }
  // The header bears the hash of the rows and never changes, so the rows have to be there first.
  await sql`PRAGMA defer_foreign_keys = ON`.execute(change.db)
  const written = await writeRows(change, { archive, snapshot, report, total })
  await change.db.insertInto('archive').values({ ...archive, ...written }).execute()
  await change.record({ action: 'archive.freeze', entity: 'archive', entityId: archive.id, after: { year, contentHash: written.content_hash, rowTotal: written.row_total, errors: found.error, warnings: found.warning, hints: found.hint, confirmed }, seals: [{ table: 'archive', key: archive.id }] })
}

/** A frozen year can never be opened again, so a year that has not begun is taken for a slip of the hand. */
async function refuseUnlessOpen(change: Change, year: number): Promise<void> {
  const frozen = await archivedSnapshot(change.db, year)
  if (frozen !== undefined) throw new Refusal('year.frozen', { year, on: frozen.takenOn }, 'year')
  if (String(year) > change.today.slice(0, 4)) throw new Refusal('year.not-begun', { year }, 'year')
  const organisation = await change.db.selectFrom('organisation').select('id').executeTakeFirst()
  if (organisation === undefined) throw new Refusal('organisation.missing')
}

interface Writing {
  readonly archive: { number: number; year: number; frozen_at: string; frozen_by: string }
  readonly snapshot: RegisterSnapshot
  readonly report: Report
  readonly total: number
}

/** What most of the rows are: enough to tell how far the work has come. */
async function expectedRows({ db }: Change, snapshot: RegisterSnapshot): Promise<number> {
  const counts = [...(['power', 'risk-point', 'control-measure'] as const).map((entity) => snapshot.count(entity)), ...archivedTables.map((table) => countTable(db, table))]
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
}

interface ArchivedPart { readonly entity: string; readonly chunks: AsyncIterable<{ entityId: string; content: string }[]> }

/** Everything a year consists of, in the order in which it is hashed and read back: by the entity's code. */
function partsOf(change: Change, { archive, snapshot }: Pick<Writing, 'archive' | 'snapshot'>): ArchivedPart[] {
  const header: SnapshotYear = { year: archive.year, frozenAt: archive.frozen_at, frozenOn: change.today, frozenBy: archive.frozen_by, log: logBefore(change) }
  const described = snapshotEntities.map((entity) => ({ entity, chunks: asRows(entity === 'archive' ? [[header]] : snapshot.rows(entity), idOf) }))
  const stored = archivedTables.map((table) => ({ entity: entityOf(table), chunks: asRows(tableRows(change.db, table, archive.year), (row) => rowName(table, row)) }))
  return [...described, ...stored].toSorted((a, b) => (a.entity < b.entity ? -1 : 1))
}

async function* asRows<T>(chunks: AsyncIterable<T[]> | Iterable<T[]>, nameOf: (row: T) => string): AsyncGenerator<{ entityId: string; content: string }[], void, void> {
  for await (const chunk of chunks) yield chunk.map((row) => ({ entityId: nameOf(row), content: canonicalJson(row) }))
}

async function writeRows(change: Change, { archive, snapshot, report, total }: Writing): Promise<{ content_hash: string; row_total: number }> {
  const hasher = rowHasher()
  let rowTotal = 0
  for (const { entity, chunks } of partsOf(change, { archive, snapshot })) {
    let position = 0
    for await (const chunk of chunks) {
      const rows = chunk.map((row) => ({ entity, position: position++, ...row }))
      for (const row of rows) hasher.add(row)
      await insertRows(change, archive.number, rows)
      rowTotal += rows.length
      await report({ done: Math.min(rowTotal, total), total, stage: 'freeze' })
    }
  }
  return { content_hash: hasher.hex(), row_total: rowTotal }
}

/** How far the log had come: what was frozen is what these entries made. */
function logBefore(change: Change): { number: number; hash: string } {
  const { number, hash } = change.logHead()
  return { number, hash }
}

async function insertRows(change: Change, archiveNumber: number, rows: readonly { entity: string; position: number; entityId: string; content: string }[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const values = rows.slice(from, from + rowsAtOnce).map(({ entity, position, entityId, content }) => ({ archive_number: archiveNumber, entity, position, entity_id: entityId, content }))
    await change.db.insertInto('archive_row').values(values).execute()
  }
}
