import type { Database as Connection } from 'better-sqlite3'
import { overviewHandlers } from '#core/overview/router.ts'
import type { Call } from '#core/registration.ts'
import { risksHandlers } from '#core/risks/router.ts'
import type { Case } from './measure.ts'
import { bareStatements } from './statements.ts'

interface Bench { call: Call; connection: Connection; departments: readonly string[]; categories: readonly string[]; points: number }

interface Found { id: string }

/**
 * What the page asks all day, by the same handlers that serve it, beside the bare statements that answer the same. A
 * list answers rows with their measures and the total, so the bare side fetches all three.
 */
export function readingCases(bench: Bench): Case[] {
  return [pageCase(bench), middleCase(bench), countCase(bench), containsCase(bench), overviewCase(bench)]
}

const nth = (values: readonly string[], run: number): string => values[run % values.length] ?? ''

function rowsWithMeasures(connection: Connection, sql: string): (...values: unknown[]) => void {
  const rows = connection.prepare<unknown[], Found>(sql)
  const measures = connection.prepare(bareStatements.measuresOf)
  return (...values) => { measures.all(JSON.stringify(rows.all(...values).map(({ id }) => id))) }
}

function pageCase({ call, connection, departments }: Bench): Case {
  const bare = rowsWithMeasures(connection, bareStatements.page)
  const count = connection.prepare(bareStatements.countPage)
  return {
    name: 'page', what: 'a page of 50 of one department, heaviest grade first, and its total', runs: 60,
    ours: (run) => risksHandlers.list({ filter: { departmentIds: [nth(departments, run)] }, sort: { column: 'grade', direction: 'desc' }, offset: 0, limit: 50 }, call),
    bare: (run) => { bare(nth(departments, run)); count.get(nth(departments, run)) },
  }
}

function middleCase({ call, connection, points }: Bench): Case {
  const bare = rowsWithMeasures(connection, bareStatements.middle)
  const count = connection.prepare(bareStatements.countAll)
  const offset = (run: number): number => Math.floor(points / 2) + run
  return {
    name: 'middle', what: 'a jump to the middle of the whole list, and its total', runs: 60,
    ours: (run) => risksHandlers.list({ filter: {}, offset: offset(run), limit: 50 }, call),
    bare: (run) => { bare(offset(run)); count.get() },
  }
}

function countCase({ call, connection, departments, categories }: Bench): Case {
  const count = connection.prepare(bareStatements.count)
  return {
    name: 'count', what: 'the total of a filter by department, category and grade (the list asked for one row)', runs: 60,
    ours: (run) => risksHandlers.list({ filter: { departmentIds: [nth(departments, run)], categoryCodes: [nth(categories, run)], gradeCodes: ['high'] }, offset: 1_000_000, limit: 1 }, call),
    bare: (run) => count.get(nth(departments, run), nth(categories, run), 'high'),
  }
}

const sought = ['礼金', '自由裁量', '排他性条款', '第77', '国有资产', '专项'] as const

function containsCase({ call, connection }: Bench): Case {
  const bare = rowsWithMeasures(connection, bareStatements.contains)
  const count = connection.prepare(bareStatements.countContains)
  return {
    name: 'contains', what: 'a page of 50 whose manifestation contains a Chinese word, and its total', runs: 30, bareRuns: 4,
    ours: (run) => risksHandlers.list({ filter: { manifestation: nth(sought, run) }, offset: 0, limit: 50 }, call),
    bare: (run) => { bare(nth(sought, run)); count.get(nth(sought, run)) },
  }
}

function overviewCase({ call, connection }: Bench): Case {
  const bare = [bareStatements.overview, bareStatements.overviewPowers, bareStatements.overviewMeasures].map((sql) => connection.prepare(sql))
  return {
    name: 'overview', what: 'everything the overview shows, against counting the rows anew', runs: 60, bareRuns: 3,
    ours: () => overviewHandlers.get(undefined, call),
    bare: () => { for (const statement of bare) statement.all() },
  }
}
