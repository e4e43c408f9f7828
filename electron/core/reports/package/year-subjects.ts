import type { Core } from '../../core.ts'
import { monthSource } from '../../change-sheets/month-source.ts'
import { listMonths } from '../../change-sheets/months.ts'

/** Something of a year that has a sheet of its own in the package. */
export interface YearSubject { readonly id: string; readonly label: string }

type Find = (core: Core, year: number) => Promise<YearSubject[]>

const within = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` })

const publicityLists: Find = async ({ database }, year) => {
  const { from, to } = within(year)
  const rows = await database.read.selectFrom('publicity_list').select(['id', 'title']).where('state', 'in', ['posted', 'closed']).where('starts_on', '>=', from).where('starts_on', '<=', to).orderBy('number').execute()
  return rows.map(({ id, title }) => ({ id, label: title }))
}

const filingSheets: Find = async ({ database }, year) => {
  const { from, to } = within(year)
  const rows = await database.read.selectFrom('filing_sheet').select(['id', 'title']).where('state', '<>', 'dropped').where('dated_on', '>=', from).where('dated_on', '<=', to).orderBy('number').execute()
  return rows.map(({ id, title }) => ({ id, label: title }))
}

/** Months in which something changed, or whose account was given. */
const months: Find = async (core, year) => {
  const listed = await listMonths(monthSource(core), year, core.env.localDate(core.env.now()))
  return listed.filter(({ changes, madeOn }) => changes > 0 || madeOn !== null).map(({ month }) => ({ id: month, label: month })).toReversed()
}

/** Warnings whose sheet was issued in the year. */
const warnings: Find = async ({ database }, year) => {
  const rows = await database.read.selectFrom('warning').select(['id', 'object']).where('issue_year', '=', year).orderBy('issue_number').execute()
  return rows.map(({ id, object }) => ({ id, label: object }))
}

/** A campaign judges the year after it was frozen, so it stands in today's register. */
const campaigns: Find = async ({ database, frozen }, year) => {
  const rows = await (frozen?.live ?? database).read.selectFrom('assessment_campaign').select(['id', 'title']).where('year', '=', year).where('state', 'in', ['published', 'closed']).orderBy('number').execute()
  return rows.map(({ id, title }) => ({ id, label: title }))
}

/** Kinds of report that are about one thing each: all of those of a year go into the package. */
export const yearSubjects: ReadonlyMap<string, Find> = new Map([['publicity-list', publicityLists], ['filing-sheet', filingSheets], ['change-sheet', months], ['warning-sheet', warnings], ['assessment-form', campaigns], ['assessment-results', campaigns]])

/** Whether the register has anything to put into a report about a whole year; of kinds not named here there always is. */
export const hasContent: ReadonlyMap<string, (core: Core, year: number) => Promise<boolean>> = new Map([
  ...['catalogue-a', 'catalogue-b', 'control-chart'].map((code) => [code, hasPowers] as const),
  ...['survey', 'grading-sheet', 'high-risks', 'risk-list', 'risk-list-10'].map((code) => [code, hasPoints] as const),
  ['adjustments', hasAdjustments] as const,
  ['warning-ledger', async (core: Core, year: number) => (await warnings(core, year)).length > 0] as const,
  ['rectification-ledger', hasRectification] as const,
])

async function hasPowers({ database }: Core): Promise<boolean> {
  return await database.read.selectFrom('power').select('id').where('state', '=', 'in-force').limit(1).executeTakeFirst() !== undefined
}

async function hasPoints({ database }: Core): Promise<boolean> {
  return await database.read.selectFrom('risk_point').select('id').where('state', '=', 'in-force').limit(1).executeTakeFirst() !== undefined
}

async function hasAdjustments({ database }: Core, year: number): Promise<boolean> {
  const { from, to } = within(year)
  const db = database.read
  const adjustment = await db.selectFrom('adjustment').select('id').where('happened_on', '>=', from).where('happened_on', '<=', to).limit(1).executeTakeFirst()
  if (adjustment !== undefined) return true
  return await db.selectFrom('grading').select('id').where('graded_on', '>=', from).where('graded_on', '<=', to).where('direction', 'in', ['raised', 'lowered']).limit(1).executeTakeFirst() !== undefined
}

async function hasRectification({ database }: Core, year: number): Promise<boolean> {
  const { from, to } = within(year)
  // As in the ledger itself: a problem of an earlier year stands in it until the year in which it is closed.
  return await database.read.selectFrom('rectification').select('id').where('found_on', '<=', to).where((on) => on.or([on('closed_on', 'is', null), on('closed_on', '>=', from)])).limit(1).executeTakeFirst() !== undefined
}
