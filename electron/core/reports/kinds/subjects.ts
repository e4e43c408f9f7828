import type { Locale } from '#shared/model/labels.ts'
import { listMonths } from '../../change-sheets/months.ts'
import type { Core } from '../../core.ts'
import { listPage } from '../../lists/list-page.ts'
import { powerList } from '../../powers/power-list.ts'
import { powerRows } from '../../powers/power-rows.ts'
import { riskList } from '../../risks/risk-list.ts'
import { riskRows } from '../../risks/risk-rows.ts'

/** Something a report may be about: by what it is ordered, what it is called, and a word to tell it from others of that name. */
export interface SubjectChoice { readonly id: string; readonly label: string; readonly note: string }

export interface SubjectSearch { readonly text: string; readonly year: number; readonly locale: Locale }

/** The subjects a text finds, at most as many as a list shows. */
export type Subjects = (core: Core, search: SubjectSearch) => Promise<SubjectChoice[]>

const shown = 50
const page = { offset: 0, limit: shown }
const todayIn = ({ env }: Core): string => env.localDate(env.now())
const filterBy = (text: string) => (text === '' ? {} : { text })

export const powers: Subjects = async (core, { text }) => {
  const db = core.database.read
  const { rows } = await listPage(db, powerList, { request: { ...page, filter: filterBy(text) }, first: 'number', today: todayIn(core), details: (numbers) => powerRows(db, numbers) })
  return rows.map(({ id, name, code, departmentName }) => ({ id, label: name, note: code ?? departmentName ?? '' }))
}

export const riskPoints: Subjects = async (core, { text }) => {
  const db = core.database.read
  const { rows } = await listPage(db, riskList, { request: { ...page, filter: filterBy(text) }, first: 'number', today: todayIn(core), details: (numbers) => riskRows(db, numbers) })
  return rows.map(({ id, manifestation, powerName }) => ({ id, label: manifestation, note: powerName }))
}

export const publicityLists: Subjects = async ({ database }, { text }) => {
  const lists = await database.read.selectFrom('publicity_list').select(['id', 'title', 'starts_on']).where('state', '<>', 'dropped').where('title', 'like', likePattern(text)).orderBy('number', 'desc').limit(shown).execute()
  return lists.map(({ id, title, starts_on }) => ({ id, label: title, note: starts_on }))
}

export const filingSheets: Subjects = async ({ database }, { text }) => {
  const sheets = await database.read.selectFrom('filing_sheet').select(['id', 'title', 'dated_on']).where('state', '<>', 'dropped').where('title', 'like', likePattern(text)).orderBy('number', 'desc').limit(shown).execute()
  return sheets.map(({ id, title, dated_on }) => ({ id, label: title, note: dated_on }))
}

export const months: Subjects = async (core, { text, year }) => {
  const found = await listMonths(core.database.read, year, { today: todayIn(core), localDate: core.env.localDate })
  return found.filter(({ month }) => month.includes(text)).map(({ month, changes }) => ({ id: month, label: month, note: String(changes) }))
}

/** A pattern in which the signs of LIKE stand for nothing. */
const likePattern = (text: string): string => `%${text.replaceAll(/[%_]/gu, '')}%`
