import { sheetNumberOf } from '#shared/locales/warning-words.ts'
import type { Locale } from '#shared/model/labels.ts'
import { listMonths } from '../../change-sheets/months.ts'
import type { Core } from '../../core.ts'
import type { ReadableDatabase } from '../../database/database.ts'
import { listPage } from '../../lists/list-page.ts'
import { powerList } from '../../powers/power-list.ts'
import { powerRows } from '../../powers/power-rows.ts'
import { riskList } from '../../risks/risk-list.ts'
import { riskRows } from '../../risks/risk-rows.ts'
import { liveCore } from '../written/source.ts'

/** Something a report may be about: by what it is ordered, what it is called, and a word to tell it from others of that name. */
export interface SubjectChoice { readonly id: string; readonly label: string; readonly note: string }

/** By a text or, where what is meant is known already, by its id: it may stand beyond what a list shows. */
export interface SubjectSearch { readonly text: string; readonly id?: string | undefined; readonly year: number; readonly locale: Locale }

/** The subjects a text finds, at most as many as a list shows. */
export type Subjects = (core: Core, search: SubjectSearch) => Promise<SubjectChoice[]>

const shown = 50
const page = { offset: 0, limit: shown }
const todayIn = ({ env }: Core): string => env.localDate(env.now())
const filterBy = (text: string) => (text === '' ? {} : { text })

/** Lists are read by number. */
const numbersOf = async (db: ReadableDatabase, table: 'power' | 'risk_point', id: string): Promise<number[]> => (await db.selectFrom(table).select('number').where('id', '=', id).execute()).map(({ number }) => number)

export const powers: Subjects = async (core, { text, id: known }) => {
  const db = core.database.read
  const { rows } = known !== undefined ? { rows: await powerRows(db, await numbersOf(db, 'power', known)) } : await listPage(db, powerList, { request: { ...page, filter: filterBy(text) }, first: 'number', today: todayIn(core), details: (numbers) => powerRows(db, numbers) })
  return rows.map(({ id, name, code, departmentName }) => ({ id, label: name, note: code ?? departmentName ?? '' }))
}

export const riskPoints: Subjects = async (core, { text, id: known }) => {
  const db = core.database.read
  const { rows } = known !== undefined ? { rows: await riskRows(db, await numbersOf(db, 'risk_point', known)) } : await listPage(db, riskList, { request: { ...page, filter: filterBy(text) }, first: 'number', today: todayIn(core), details: (numbers) => riskRows(db, numbers) })
  return rows.map(({ id, manifestation, powerName }) => ({ id, label: manifestation, note: powerName }))
}

export const publicityLists: Subjects = async ({ database }, { text, id: known }) => {
  const lists = await database.read.selectFrom('publicity_list').select(['id', 'title', 'starts_on']).where('state', '<>', 'dropped').where('title', 'like', likePattern(text)).$if(known !== undefined, (titled) => titled.where('id', '=', known ?? '')).orderBy('number', 'desc').limit(shown).execute()
  return lists.map(({ id, title, starts_on }) => ({ id, label: title, note: starts_on }))
}

export const filingSheets: Subjects = async ({ database }, { text, id: known }) => {
  const sheets = await database.read.selectFrom('filing_sheet').select(['id', 'title', 'dated_on']).where('state', '<>', 'dropped').where('title', 'like', likePattern(text)).$if(known !== undefined, (titled) => titled.where('id', '=', known ?? '')).orderBy('number', 'desc').limit(shown).execute()
  return sheets.map(({ id, title, dated_on }) => ({ id, label: title, note: dated_on }))
}

export const months: Subjects = async (core, { text, year }) => {
  const found = await listMonths(core.database.read, year, { today: todayIn(core), localDate: core.env.localDate })
  return found.filter(({ month }) => month.includes(text)).map(({ month, changes }) => ({ id: month, label: month, note: String(changes) }))
}

export const warnings: Subjects = async ({ database }, { text, year, locale, id: known }) => {
  const asked = database.read.selectFrom('warning').select(['id', 'object', 'found_on', 'issue_year', 'issue_number'])
  const found = await (known === undefined ? asked.where('found_on', '>=', `${year}-01-01`).where('found_on', '<=', `${year}-12-31`) : asked.where('id', '=', known)).where('object', 'like', likePattern(text)).orderBy('number', 'desc').limit(shown).execute()
  return found.map(({ id, object, found_on, issue_year, issue_number }) => ({ id, label: object, note: sheetNumberOf({ issueYear: issue_year, issueNumber: issue_number }, locale) || found_on }))
}

/** Campaigns judge a year after it was frozen, so they are in today's register whatever year is asked for. */
export const campaigns: Subjects = async ({ database, frozen }, { text, year, id: known }) => {
  const found = await (frozen?.live ?? database).read.selectFrom('assessment_campaign').select(['id', 'title', 'figures_on']).where('year', '=', year).where('state', '<>', 'dropped')
    .where('title', 'like', likePattern(text)).$if(known !== undefined, (titled) => titled.where('id', '=', known ?? '')).orderBy('number', 'desc').limit(shown).execute()
  return found.map(({ id, title, figures_on }) => ({ id, label: title, note: figures_on }))
}

/** Subjects as today's register has them, whatever year is asked for: the log that tells of them is in no frozen year. */
export const ofToday = (subjects: Subjects): Subjects => (core, search) => subjects(liveCore(core), search)

/** A pattern in which the signs of LIKE stand for nothing. */
const likePattern = (text: string): string => `%${text.replaceAll(/[%_]/gu, '')}%`
