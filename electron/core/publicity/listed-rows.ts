import type { Locale } from '#shared/model/labels.ts'
import type { ExpressionBuilder } from 'kysely'
import { levelOf } from '#shared/model/scales.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import { organisationScale } from '../grading/stored-scales.ts'
import { readVocabulary } from '../organisation/vocabulary-records.ts'

/** One entry in the words of a form. */
export interface ListedRow {
  readonly department: string; readonly power: string; readonly category: string; readonly manifestation: string; readonly grade: string; readonly heaviest: boolean
  readonly measures: readonly string[]; readonly determinedOn: string
}

export interface SheetWords { readonly organisation: string; grade(code: string | null): string; category(code: string | null): string; heaviest(code: string | null): boolean }

/** The organisation's words in one language. */
export async function sheetWords(db: ReadableDatabase, locale: Locale): Promise<SheetWords> {
  const { name } = await db.selectFrom('organisation').select('name').executeTakeFirstOrThrow()
  const scale = await organisationScale(db)
  const categories = new Map((await readVocabulary(db)).filter(({ kind }) => kind === 'risk-category').map(({ code, labels }) => [code, labels[locale]]))
  const top = Math.max(...scale.levels.map(({ severityRank }) => severityRank))
  return {
    organisation: name,
    grade: (code) => (code === null ? '' : levelOf(scale, code)?.labels[locale] ?? code),
    category: (code) => (code === null ? '' : categories.get(code) ?? code),
    heaviest: (code) => code !== null && levelOf(scale, code)?.severityRank === top,
  }
}

const atOnce = 500

/** What was not taken off a list since it was drawn up. */
export const keptOnList = (on: ExpressionBuilder<Schema & { e: Schema['listed_entry'] }, 'e'>) => on.or([on('e.outcome', 'is', null), on('e.outcome', 'in', ['published', 'filed'])])

/** What a list or sheet holds, in its order, without what was taken off it. */
export async function listedRows(db: ReadableDatabase, listId: string, words: SheetWords): Promise<ListedRow[]> {
  const entries = await db.selectFrom('listed_entry as e').innerJoin('risk_point as r', 'r.id', 'e.risk_point_id').innerJoin('power as p', 'p.id', 'r.power_id').leftJoin('department as d', 'd.id', 'r.department_id')
    .select((eb) => ['r.id', 'd.name as department', 'p.name as power', 'r.category_code', 'r.manifestation', 'r.determined_grade',
      eb.selectFrom('grading as g').select('g.graded_on').whereRef('g.id', '=', 'r.grading_id').as('determined_on')])
    .where('e.list_id', '=', listId).where(keptOnList).orderBy('e.position').execute()
  const measures = new Map<string, string[]>()
  for (let from = 0; from < entries.length; from += atOnce) {
    const rows = await db.selectFrom('risk_point_measure as l').innerJoin('control_measure as m', 'm.id', 'l.measure_id').select(['l.risk_point_id', 'm.content'])
      .where('l.risk_point_id', 'in', entries.slice(from, from + atOnce).map(({ id }) => id)).where('m.state', '=', 'in-force').orderBy('l.position').execute()
    for (const { risk_point_id, content } of rows) measures.set(risk_point_id, [...measures.get(risk_point_id) ?? [], content])
  }
  return entries.map((entry) => ({
    department: entry.department ?? '', power: entry.power, category: words.category(entry.category_code), manifestation: entry.manifestation, grade: words.grade(entry.determined_grade),
    heaviest: words.heaviest(entry.determined_grade), measures: measures.get(entry.id) ?? [], determinedOn: entry.determined_on ?? '',
  }))
}
