import { translator } from '#shared/locales/translator.ts'
import type { Block, Paper, PaperColumn, PaperSection } from '../paper/paper.ts'
import { textsFor } from '../texts/texts-for.ts'
import type { Reading } from './read-points.ts'

/** A column of a list: what stands above it, how wide it is beside the others, and what a row shows in it. */
export interface ListColumn<Row> extends PaperColumn { readonly text: (row: Row, index: number) => string }

export interface List<Row> {
  /** Name of its worksheet, and its caption where a paper holds several. */
  readonly name: string
  readonly columns: readonly ListColumn<Row>[]
  readonly rows: readonly Row[]
  /** Stands in place of a list without rows. */
  readonly empty: string
  readonly merged?: readonly number[]
  /** Lines below, such as the totals. */
  readonly below?: readonly string[]
}

/** The list as blocks: rows under a header that repeats, or the sentence that there are none. */
export function listBlocks<Row>({ name, columns, rows, empty, merged, below = [] }: List<Row>, { order }: Reading): Block[] {
  if (rows.length === 0) return [{ kind: 'body', text: empty }]
  return [
    {
      kind: 'table',
      table: {
        name, columns: columns.map(({ title, share, align }) => ({ title, share, ...(align === undefined ? {} : { align }) })), size: order.locale === 'en' ? 'fine' : 'small',
        rows: rows.map((row, index) => columns.map(({ text }) => text(row, index))), ...(merged === undefined ? {} : { merged }),
      },
    },
    ...below.map((text): Block => ({ kind: 'small', text })),
  ]
}

/** Title, the line of who filled it in and when, and what follows, on turned pages. */
export function headedSection({ words, order, today }: Reading, title: string, blocks: readonly Block[], lines: readonly string[] = []): PaperSection {
  const texts = textsFor(order.locale)
  const filled = [texts.filledBy(words.organisation), ...lines, texts.filledOn(texts.date(today))]
  return { page: 'landscape', blocks: [{ kind: 'title', text: title }, { kind: 'gap' }, { kind: 'small', text: filled.join('　　') }, ...blocks] }
}

/** A paper of wide lists. */
export function widePaper(reading: Reading, title: string, sections: readonly PaperSection[]): Paper {
  return { locale: reading.order.locale, title, organisation: reading.words.organisation, preparedOn: reading.today, sections }
}

/** 龙岭县水利局2026年度… in the language of the order. */
export function titleOf({ order, words }: Reading, kind: string): string {
  const t = translator(order.locale)
  return t('title', { ns: 'reportKinds', organisation: words.organisation, year: order.year, name: t(`kind.${kind}` as never, { ns: 'reportKinds' }) })
}

/** Titles of columns and other words of the kinds. */
export function wordsFor({ order }: Pick<Reading, 'order'>): (key: string, values?: Readonly<Record<string, string | number>>) => string {
  const t = translator(order.locale)
  return (key, values = {}) => t(key as never, { ns: 'reportKinds', ...values })
}

/** The running number every list begins with. */
export const numberColumn = (reading: Reading): ListColumn<unknown> => ({ title: wordsFor(reading)('col.no'), share: 4.5, align: 'center', text: (_row, index) => String(index + 1) })
