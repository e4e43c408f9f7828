import { sql } from 'kysely'
import type { Progress } from '#shared/contract/procedure.ts'
import type { CurrentYear } from '#shared/contract/years.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Core } from '../core.ts'
import type { Actor, Change, ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'
import { reporting } from '../long-work.ts'
import type { Report } from '../long-work.ts'
import { currentYear, startOf } from './current-year.ts'
import { frozenCore, openYear } from './frozen-years.ts'
import { materialMeasure, materialPoint, materialPower } from './material.ts'
import type { MaterialKind } from './material.ts'
import { pairs } from './pairs.ts'
import type { Pair } from './pairs.ts'
import { yearSteps } from './year-steps.ts'

/**
 * Starts a year from the last frozen one, in one change: everything stays in place, every record is marked by how it
 * differs from the frozen year (what was done since then belongs to the new year already), and every grade that was
 * carried over waits to be confirmed. Stopping to read before it is done leaves nothing behind.
 * @throws Refusal `year.last-not-frozen`, `year.nothing-frozen`, `year.already-begun`, `year.too-far`, `archive.tampered`
 */
export async function* startYear(core: Core, actor: Actor, year: number): AsyncGenerator<Progress, CurrentYear, void> {
  const calendarYear = Number(core.env.localDate(core.env.now()).slice(0, 4))
  const last = mustStand(await startOf(core.database.read, year, calendarYear))
  const earlier = yield* frozenState(core, actor, last)
  return yield* reporting(async (report) => {
    await core.database.change(actor, async (change) => {
      mustStand(await startOf(change.db, year, calendarYear))
      await begin(change, { year, last, earlier, report })
    })
    return currentYear(core)
  })
}

function mustStand(start: Row<'archive'> | Refusal): Row<'archive'> {
  if (start instanceof Refusal) throw start
  return start
}

/** The frozen year to compare with; undefined where an early edition froze it and kept too little for that. */
async function* frozenState(core: Core, actor: Actor, { year }: Row<'archive'>): AsyncGenerator<Progress, ReadableDatabase | undefined, void> {
  try {
    yield* openYear(core, actor, year)
    return (await frozenCore(core, actor, year)).database.read
  } catch (error) {
    if (error instanceof Refusal && error.code === 'archive.too-old') return undefined
    throw error
  }
}

interface Beginning { readonly year: number; readonly last: Row<'archive'>; readonly earlier: ReadableDatabase | undefined; readonly report: Report }

async function begin(change: Change, { year, last, earlier, report }: Beginning): Promise<void> {
  const id = change.newId()
  await change.db.insertInto('working_year').values({ year, id, carried_from: last.year, started_at: change.at, started_by: change.actor.name }).execute()
  const tell = await counting(change, report)
  for (const { table } of kinds) await eachWindow(change, table, tell, (window) => carryOver(change, table, { window, last }))
  if (earlier !== undefined) for (const kind of kinds) await markDifferences(change, kind, { earlier, tell })
  for (const step of yearSteps) await step(change, { year, carriedFrom: last.year }, report)
  await change.record({ action: 'year.start', entity: 'year', entityId: id, after: { year, carriedFrom: last.year } })
}

const kinds: readonly MaterialKind[] = [materialPower, materialPoint, materialMeasure]

/** Counts the records gone through: each once to carry it over and once to compare it. */
async function counting({ db }: Change, report: Report): Promise<(records: number) => Promise<void>> {
  let total = 0
  for (const { table } of kinds) total += 2 * await lastNumber(db, table)
  let done = 0
  return async (records) => {
    done = Math.min(total, done + records)
    await report({ done, total, stage: 'start-year' })
  }
}

async function lastNumber(db: ReadableDatabase, table: MaterialKind['table']): Promise<number> {
  const { rows: [row] } = await sql<{ last: number | null }>`SELECT max(number) AS last FROM ${sql.table(table)}`.execute(db)
  return row?.last ?? 0
}

/** Records changed by one statement: some tens of milliseconds, so that reading goes on between them. */
const windowSize = 2000

interface Window { readonly from: number; readonly to: number }

async function eachWindow({ db }: Change, table: MaterialKind['table'], tell: (records: number) => Promise<void>, work: (window: Window) => Promise<void>): Promise<void> {
  const last = await lastNumber(db, table)
  for (let from = 1; from <= last; from += windowSize) {
    await work({ from, to: from + windowSize - 1 })
    await tell(windowSize)
  }
}

/** What is in force was carried over; what had been withdrawn before is no longer of this year. */
async function carryOver({ db }: Change, table: MaterialKind['table'], { window: { from, to }, last }: { window: Window; last: Row<'archive'> }): Promise<void> {
  await sql`UPDATE ${sql.table(table)} SET year_mark = iif(state = 'in-force', 'unchanged', NULL) WHERE number BETWEEN ${from} AND ${to}`.execute(db)
  if (table !== 'risk_point') return
  // Whoever graded a point after the year was frozen did so in the new year.
  await sql`UPDATE risk_point SET grade_to_confirm = state = 'in-force' AND grading_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM grading AS g WHERE g.id = grading_id AND g.graded_at > ${last.frozen_at} AND g.source <> 'undo')
    WHERE number BETWEEN ${from} AND ${to}`.execute(db)
}

async function markDifferences({ db }: Change, kind: MaterialKind, { earlier, tell }: { earlier: ReadableDatabase; tell: (records: number) => Promise<void> }): Promise<void> {
  for await (const chunk of pairs({ earlier, later: db }, kind)) {
    for (const mark of ['new', 'modified', 'cancelled'] as const) {
      const ids = chunk.filter((pair) => markOf(pair) === mark).map(({ id }) => id)
      if (ids.length > 0) await sql`UPDATE ${sql.table(kind.table)} SET year_mark = ${mark} WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`.execute(db)
    }
    await tell(chunk.length)
  }
}

/** What a year has done to a record, told from both its states. */
export function markOf({ before, after, changed }: Pair): 'unchanged' | 'new' | 'modified' | 'cancelled' {
  if (before === undefined) return 'new'
  if (after === undefined) return 'cancelled'
  return changed.length === 0 ? 'unchanged' : 'modified'
}
