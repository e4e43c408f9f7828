import { translator } from '#shared/locales/translator.ts'
import type { Locale } from '#shared/model/labels.ts'
import type { ReadableDatabase } from '../../database/database.ts'
import type { Block, Paper } from '../paper/paper.ts'

export interface LogPeriod {
  readonly year: number
  /** Nothing recorded at or after this instant is told of; undefined where the year is open. */
  readonly before: string | undefined
}

/** First instants of the twelve months by this computer's calendar, and that of the next year, as the log keeps them. */
export function monthBounds(year: number): string[] {
  return Array.from({ length: 13 }, (_, month) => new Date(year, month, 1).toISOString())
}

/**
 * What the log of a year comes to without telling who did what: entries by month, and the signed heads, which whoever
 * holds an earlier report or copy can compare.
 */
export async function logSummary(db: ReadableDatabase, { year, before }: LogPeriod, head: { locale: Locale; organisation: string; preparedOn: string }): Promise<Paper> {
  const t = translator(head.locale)
  const w = (key: string, values: Record<string, string | number> = {}): string => t(key as never, { ns: 'inspectionPackage', ...values })
  const months = await countMonths(db, { year, before })
  const heads = await db.selectFrom('chain_head').select(['number', 'hash', 'at', 'occasion']).where('at', '>=', monthBounds(year)[0] ?? '').where('at', '<', earlier(monthBounds(year)[12] ?? '', before)).orderBy('number').execute()
  const total = months.reduce((sum, { entries }) => sum + entries, 0)
  const title = w('log.title', { organisation: head.organisation, year })
  const blocks: Block[] = [
    { kind: 'title', text: title },
    { kind: 'body', text: w('log.text') },
    ...(total === 0 ? [{ kind: 'body' as const, text: w('log.none') }] : [
      { kind: 'table-caption' as const, text: w('log.months') },
      { kind: 'table' as const, table: {
        name: w('log.months'), size: 'small' as const, totalFrom: 0,
        columns: (['month', 'entries', 'first', 'last'] as const).map((column) => ({ title: w(`log.${column}`), share: 1, align: 'center' as const })),
        rows: [...months.map(({ month, entries, first, last }) => [month, String(entries), String(first), String(last)]), [w('log.total'), String(total), String(months[0]?.first ?? ''), String(months.at(-1)?.last ?? '')]],
      } },
    ]),
    ...(heads.length === 0 ? [] : [
      { kind: 'gap' as const },
      { kind: 'table-caption' as const, text: w('log.heads') },
      { kind: 'table' as const, table: {
        name: w('log.heads'), size: 'fine' as const,
        columns: [{ title: w('log.head.number'), share: 1, align: 'center' as const }, { title: w('log.head.at'), share: 2.4, align: 'center' as const }, { title: w('log.head.occasion'), share: 1.4, align: 'center' as const }, { title: w('log.head.hash'), share: 6 }],
        rows: heads.map(({ number, at, occasion, hash }) => [String(number), at.slice(0, 19).replace('T', ' '), w(`occasion.${occasion}`), hash]),
      } },
    ]),
  ]
  return { ...head, title, sections: [{ page: 'portrait', blocks }] }
}

const earlier = (one: string, other: string | undefined): string => (other !== undefined && other < one ? other : one)

interface MonthCount { readonly month: string; readonly entries: number; readonly first: number; readonly last: number }

/** Entries are numbered in order, but a clock may have been set back, so they are counted by their own time. */
async function countMonths(db: ReadableDatabase, { year, before }: LogPeriod): Promise<MonthCount[]> {
  const bounds = monthBounds(year)
  const counts: MonthCount[] = []
  for (let month = 0; month < 12; month++) {
    const row = await db.selectFrom('audit_entry').select(({ fn }) => [fn.countAll<number>().as('entries'), fn.min<number | null>('number').as('first'), fn.max<number | null>('number').as('last')])
      .where('at', '>=', bounds[month] ?? '').where('at', '<', earlier(bounds[month + 1] ?? '', before)).executeTakeFirstOrThrow()
    if (row.entries > 0) counts.push({ month: `${year}-${String(month + 1).padStart(2, '0')}`, entries: row.entries, first: row.first ?? 0, last: row.last ?? 0 })
  }
  return counts
}
