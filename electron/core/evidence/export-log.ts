import type { LogFilter } from '#shared/contract/evidence.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import { changeLine, entryWords, valueWord } from '#shared/locales/entry-words.ts'
import type { WordSources } from '#shared/locales/entry-words.ts'
import { translator } from '#shared/locales/translator.ts'
import type { Locale } from '#shared/model/labels.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Core } from '../core.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { csvBytes, xlsxBytes } from '../exchange/lists/list-files.ts'
import { readVocabulary } from '../organisation/vocabulary-records.ts'
import { readResponsibility } from '../grading/stored-scales.ts'
import { reporting } from '../long-work.ts'
import type { Report } from '../long-work.ts'
import { logConditions } from './log-filter.ts'
import { countLog, withNames } from './read-log.ts'

export interface LogExport { readonly filter: LogFilter; readonly format: 'xlsx' | 'csv'; readonly locale: Locale }

/** Rows of a worksheet without its title. */
const longestSheet = 1_048_575
const chunkSize = 500
/** Below what a cell can hold; the rest of a longer text stands in the log itself. */
const longestText = 32_000

const columns = [['number', 8], ['time', 20], ['actor', 16], ['action', 18], ['kind', 14], ['record', 36], ['changes', 70], ['batch', 24], ['hash', 68]] as const

const mediaTypes = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv;charset=utf-8' } as const

/**
 * The log in plain words as a file, oldest first, with the hash of each entry.
 * @throws Refusal `log.too-long` where a worksheet could not hold it
 */
export async function* exportLog(core: Core, { filter, format, locale }: LogExport): AsyncGenerator<Progress, File, void> {
  const db = (core.frozen?.live ?? core.database).read
  const total = await countLog(db, filter)
  if (format === 'xlsx' && total > longestSheet) throw new Refusal('log.too-long', { rows: total, limit: longestSheet })
  const sources = await wordSources(db, locale)
  const t = translator(locale)
  const title = t('file', { ns: 'log' })
  const bytes = yield* reporting((report) => {
    const list = {
      sheet: title,
      titles: columns.map(([column]) => t(column, { ns: 'log' })),
      widths: columns.map(([, width]) => width),
      rows: rowsOf(db, { filter, sources, told: (done) => report({ done, total, stage: 'export' }) }),
    }
    return format === 'xlsx' ? xlsxBytes(list) : csvBytes(list)
  })
  return new File([bytes], `${title}-${core.env.localDate(core.env.now())}.${format}`, { type: mediaTypes[format] })
}

async function wordSources(db: ReadableDatabase, locale: Locale): Promise<WordSources> {
  const items = await readVocabulary(db)
  const organisation = await db.selectFrom('organisation').select('id').executeTakeFirst()
  const levels = organisation === undefined ? [] : (await readResponsibility(db)).scale.levels
  return {
    locale,
    vocabulary: (kind, code) => items.find((item) => item.kind === kind && item.code === code)?.labels[locale] ?? code,
    grade: (code) => levels.find((level) => level.code === code)?.labels[locale] ?? code,
  }
}

interface Rows { readonly filter: LogFilter; readonly sources: WordSources; readonly told: (done: number) => ReturnType<Report> }

async function* rowsOf(db: ReadableDatabase, { filter, sources, told }: Rows): AsyncGenerator<string[], void, void> {
  const conditions = logConditions(filter)
  let done = 0
  for (let after = 0; ;) {
    const rows = await db.selectFrom('audit_entry').selectAll().where('number', '>', after).where((on) => on.and(conditions.map((condition) => condition(on)))).orderBy('number').limit(chunkSize).execute()
    for (const { names, ...entry } of await withNames(db, rows)) {
      const words = entryWords(entry, { sources, names })
      const batch = entry.batchId === null ? '' : names[entry.batchId] ?? entry.batchId
      yield [String(entry.number), valueWord('at', entry.at, { sources }), words.who, words.what, words.kind, words.record, shortened(changeLine(words.changes, sources.locale)), batch, entry.hash]
    }
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.number
    done += rows.length
    await told(done)
  }
}

const shortened = (text: string): string => (text.length > longestText ? `${text.slice(0, longestText)}…` : text)
