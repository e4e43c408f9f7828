import { createHash } from 'node:crypto'
import type { EventIssue, EventPlan } from '#shared/contract/warnings.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Core } from '../../core.ts'
import type { ReadableDatabase } from '../../database/database.ts'
import { readingFile } from '../../exchange/plan/read-file.ts'
import { reporting } from '../../long-work.ts'
import type { Report } from '../../long-work.ts'
import type { Sheet } from '../../workbooks/workbook.ts'
import { findColumns } from './columns.ts'
import type { EventColumns } from './columns.ts'
import { keepEventPlan } from './event-plans.ts'
import { linkEvents } from './link-events.ts'
import type { EventPlace } from './link-events.ts'
import { isIssue, readEvent } from './read-events.ts'
import type { ReadEvent } from './read-events.ts'

const shownAtMost = 500
/** Rows between two chances for other work. */
const breath = 500

/**
 * Reads an events file and works out what taking it in would do; nothing is changed.
 * @throws Refusal `event.no-header`; UnreadableWorkbook
 */
export async function* planEvents(core: Core, file: File): AsyncGenerator<Progress, EventPlan, void> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const workbook = yield* readingFile(bytes, file.name)
  const { sheet, columns } = tableOf(workbook.sheets)
  return yield* reporting(async (tell) => {
    const today = core.env.localDate(core.env.now())
    const reading = await readRows(sheet, columns, { today, tell })
    const judged = await judge(core.database.read, reading.events, tell)
    const issues = [...reading.issues, ...judged.issues].toSorted((a, b) => a.row - b.row)
    const plan: EventPlan = {
      planId: core.env.newId(), fileName: file.name, columns: columns.headers.flatMap((header, index) => (header.trim() === '' ? [] : [{ header: header.slice(0, 200), field: columns.fields[index] ?? null }])),
      fresh: judged.fresh.length, known: judged.known.length, rejected: issues.length, unlinked: judged.fresh.filter((event) => judged.places.get(event)?.powerId === null).length,
      issues: issues.slice(0, shownAtMost), issueTotal: issues.length, rows: shownRows(judged),
    }
    keepEventPlan(core, { plan, events: judged.fresh, fileHash: createHash('sha256').update(bytes).digest('hex'), madeAt: core.env.now() })
    return plan
  })
}

function tableOf(sheets: readonly Sheet[]): { sheet: Sheet; columns: EventColumns } {
  for (const sheet of sheets) {
    const columns = findColumns(sheet.rows)
    if (columns !== undefined) return { sheet, columns }
  }
  throw new Refusal('event.no-header')
}

interface Reading { readonly events: ReadEvent[]; readonly issues: EventIssue[] }

async function readRows({ rows }: Sheet, columns: EventColumns, { today, tell }: { today: string; tell: Report }): Promise<Reading> {
  const [events, issues]: [ReadEvent[], EventIssue[]] = [[], []]
  for (let index = columns.headerRow + 1; index < rows.length; index++) {
    const read = readEvent(rows[index] ?? [], columns, { row: index + 1, today })
    if (read !== undefined && isIssue(read)) issues.push(read)
    else if (read !== undefined) events.push(read)
    if (index % breath === 0) await tell({ done: index, total: rows.length, stage: 'read-rows' })
  }
  return { events, issues }
}

interface Judged { readonly fresh: ReadEvent[]; readonly known: ReadEvent[]; readonly issues: EventIssue[]; readonly places: ReadonlyMap<ReadEvent, EventPlace> }

/** Which events are new, which are known, and which bear the number of another one. */
async function judge(db: ReadableDatabase, events: readonly ReadEvent[], tell: Report): Promise<Judged> {
  const standing = await standingTexts(db, events.map(({ key }) => key))
  const [fresh, known, issues]: [ReadEvent[], ReadEvent[], EventIssue[]] = [[], [], []]
  const inFile = new Map<string, ReadEvent>()
  for (const event of events) {
    const stored = standing.get(event.key)
    const earlier = inFile.get(event.key)
    if (stored !== undefined) {
      if (stored === sameness(event)) known.push(event)
      else issues.push({ row: event.row, column: null, code: 'event.differs', params: { eventNo: event.eventNo } })
    } else if (earlier !== undefined) issues.push({ row: event.row, column: null, code: sameness(earlier) === sameness(event) ? 'event.twice' : 'event.number-twice', params: { eventNo: event.eventNo, first: earlier.row } })
    else fresh.push(event)
    if (earlier === undefined) inFile.set(event.key, event)
  }
  return { fresh, known, issues, places: await linkAll(db, fresh, tell) }
}

async function linkAll(db: ReadableDatabase, events: readonly ReadEvent[], tell: Report): Promise<Map<ReadEvent, EventPlace>> {
  const places = new Map<ReadEvent, EventPlace>()
  for (let from = 0; from < events.length; from += breath) {
    for (const [event, place] of await linkEvents(db, events.slice(from, from + breath))) places.set(event, place)
    await tell({ done: from, total: events.length, stage: 'link' })
  }
  return places
}

/** What makes two lines tell the same event. */
const sameness = ({ happenedAt, powerCode, powerName, caseNo, text }: Pick<ReadEvent, 'happenedAt' | 'powerCode' | 'powerName' | 'caseNo' | 'text'>): string => JSON.stringify([happenedAt, powerCode, powerName, caseNo, text])

/** Events that were taken in before, by key. */
async function standingTexts(db: Pick<ReadableDatabase, 'selectFrom'>, keys: readonly string[]): Promise<Map<string, string>> {
  const asked = [...new Set(keys)]
  const found = new Map<string, string>()
  for (let from = 0; from < asked.length; from += breath) {
    const rows = await db.selectFrom('supervision_event').select(['event_key', 'happened_at as happenedAt', 'power_code as powerCode', 'power_name as powerName', 'case_no as caseNo', 'text'])
      .where('event_key', 'in', asked.slice(from, from + breath)).where('state', '<>', 'withdrawn').execute()
    for (const row of rows) found.set(row.event_key, sameness(row))
  }
  return found
}

function shownRows({ fresh, known, places }: Judged): EventPlan['rows'] {
  const shown = (standing: 'new' | 'known') => (event: ReadEvent) => ({ row: event.row, eventNo: event.eventNo, happenedAt: event.happenedAt, text: event.text, standing, linkedPower: places.get(event)?.powerName ?? null })
  return [...fresh.map(shown('new')), ...known.map(shown('known'))].slice(0, shownAtMost)
}
