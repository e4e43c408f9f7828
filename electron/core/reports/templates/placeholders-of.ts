import type { Block, FormCell, Paper, PaperColumn, PaperForm, PaperTable } from '../paper/paper.ts'
import { plainLine, plainText } from '../plain-text.ts'
import { textsFor } from '../texts/texts-for.ts'
import type { PlaceholderList, Placeholders } from './placeholders.ts'
import { longestName } from './template-limits.ts'

/** What is known of a report besides its paper. */
export interface ReportFacts {
  readonly year: number
  /** Number of the file in the list of what was written; empty where it has none. */
  readonly number: string
  /** As people call it: 公示版, 内部版, 考核版. */
  readonly edition: string
}

type Rows = readonly (readonly string[])[]

/**
 * Everything a form may ask of a report: the facts of the whole by fixed names in both languages, the values of sheets by
 * their labels, the text by chapters, and each table as a list whose columns go by their titles, or by c1, c2 … in order.
 */
export function placeholdersOf(paper: Paper, facts: ReportFacts): Placeholders {
  const fields = new Map<string, string>(headFields(paper, facts))
  const lists = new Map<string, PlaceholderList>()
  const blocks = paper.sections.flatMap((section) => section.blocks)
  for (const { list, total, table } of namedTables(paper)) lists.set(list, listOf(bodyRows(table), table)).set(total, listOf(totalRows(table), table))
  for (const block of blocks) if (block.kind === 'form') for (const { name, value } of namedCells(block.form, fields)) fields.set(name, plainText(value.text))
  lists.set('chapters', chaptersOf(blocks))
  return { fields, lists }
}

/** What a table and its total are called in a form, and the table or the sheet it stands in. */
export interface NamedTable { readonly from: PaperTable | PaperForm; readonly table: PaperTable; readonly list: string; readonly total: string }

/**
 * The tables of a paper by their names. An only one is simply `rows`; of several none goes by its place, since a table
 * without rows is left out and the next would be taken for it.
 */
export function namedTables({ sections, locale }: Paper): NamedTable[] {
  const tables = sections.flatMap((section) => section.blocks).flatMap((block): Pick<NamedTable, 'from' | 'table'>[] => {
    if (block.kind === 'table') return [{ from: block.table, table: block.table }]
    const table = block.kind === 'form' ? tableInSheet(block.form) : undefined
    return block.kind === 'form' && table !== undefined ? [{ from: block.form, table }] : []
  })
  if (tables.length === 1) return tables.map((one) => ({ ...one, list: onlyTable.list, total: onlyTable.total }))
  const names = unique(tables.map(({ table }, at) => fieldName(table.name ?? '') || `table${at + 1}`))
  return tables.map((one, at) => ({ ...one, list: names[at] ?? '', total: `${names[at] ?? ''}${locale === 'en' ? 'Total' : '合计'}` }))
}

const shapeOf = (cells: readonly FormCell[]): string => cells.map(({ across = 1 }) => across).join(' ')

/** Where the head of a list stands in a sheet: a row of labels over one laid out like it, such as that over the steps of a chart. The sheet's length where there is none. */
export function headIn({ rows }: PaperForm): number {
  const at = rows.findIndex((cells, index) => cells.length > 1 && cells.every(({ label }) => label === true) && shapeOf(rows[index + 1] ?? []) === shapeOf(cells))
  return at < 0 ? rows.length : at
}

/** The rows below that head, laid out like it; what only leads from one to the next is none of them. */
export function rowsUnderHead(form: PaperForm): PaperForm['rows'] {
  const head = headIn(form)
  return form.rows.slice(head + 1).filter((cells) => shapeOf(cells) === shapeOf(form.rows[head] ?? []))
}

const textsOf = (cells: readonly FormCell[]): string[] => cells.map(({ text }) => text)

function tableInSheet(form: PaperForm): PaperTable | undefined {
  const head = form.rows[headIn(form)]
  return head === undefined ? undefined : { columns: textsOf(head).map((title) => ({ title, share: 1 })), rows: rowsUnderHead(form).map(textsOf) }
}

export const onlyTable = { list: 'rows', total: 'total' } as const

function headFields(paper: Paper, { year, number, edition }: ReportFacts): [string, string][] {
  const { title, organisation, preparedOn, letterhead, sections } = paper
  const values: Readonly<Record<HeadField, string>> = {
    title, organisation, year: String(year), number, edition,
    documentNumber: letterhead?.documentNumber ?? '',
    date: textsFor(paper.locale).date(preparedOn),
    text: sections.flatMap((section) => section.blocks).flatMap((block) => (block.kind === 'body' ? [block.text] : [])).join('\n'),
    notes: sections.flatMap(({ blocks }) => notesBelow(blocks)).join('\n'),
    watermark: paper.watermark ?? '',
  }
  return headFieldNames.flatMap(([name, inChinese]): [string, string][] => [[name, values[name]], [inChinese, values[name]]])
}

/** The lines below a table or a sheet, such as totals and where the figures come from; the line above it only heads the form. */
function notesBelow(blocks: readonly Block[]): string[] {
  const first = blocks.findIndex(({ kind }) => kind === 'table' || kind === 'form')
  return blocks.flatMap((block, at) => (block.kind === 'small' && at > first ? [block.text] : []))
}

/** Facts of the whole report: their names in English and in Chinese, both of which are understood. */
export const headFieldNames = [
  ['title', '标题'], ['organisation', '单位'], ['year', '年度'], ['number', '文件编号'], ['edition', '版本'], ['documentNumber', '发文字号'], ['date', '日期'], ['text', '正文'], ['notes', '附注'], ['watermark', '水印'],
] as const
type HeadField = (typeof headFieldNames)[number][0]

const bodyRows = ({ rows, totalFrom }: PaperTable): Rows => (totalFrom === undefined ? rows : rows.slice(0, -1))
const totalRows = ({ rows, totalFrom }: PaperTable): Rows => (totalFrom === undefined ? [] : rows.slice(-1))

function listOf(rows: Rows, { columns }: PaperTable): PlaceholderList {
  const titles = columnNames(columns)
  const names = columns.map((_, at): [string, string] => [`c${at + 1}`, titles[at] ?? ''])
  return {
    columns: ['position', ...names.flat().filter((name) => name !== '')],
    rows: rows.map((row, at) => new Map([['position', String(at + 1)], ...names.flatMap(([short, title], column): [string, string][] => {
      const value = plainText(row[column] ?? '')
      return title === '' ? [[short, value]] : [[short, value], [title, value]]
    })])),
  }
}

/**
 * The values of a sheet under the labels that stand before them; a label without a value, such as the head of a column,
 * names nothing. Names that are taken get a number.
 */
export function namedCells(form: PaperForm, taken: ReadonlyMap<string, string>): { readonly name: string; readonly value: FormCell }[] {
  const named: { name: string; value: FormCell }[] = []
  const all = new Map(taken)
  for (const cells of form.rows.slice(0, headIn(form))) {
    cells.forEach((cell, at) => {
      const value = cells[at + 1]
      if (cell.label !== true || value === undefined || value.label === true) return
      const name = free(fieldName(cell.text), all)
      if (name === '') return
      all.set(name, '')
      named.push({ name, value })
    })
  }
  return named
}

/** The titles of columns as names, each once; a column without a title has only its place. */
export const columnNames = (columns: readonly PaperColumn[]): string[] => unique(columns.map(({ title }) => fieldName(title)))

/** Blocks that begin a chapter. */
export const headings: ReadonlySet<Block['kind']> = new Set(['chapter', 'section', 'subsection', 'annex-title'])

/** The text in the order it stands in: each heading with what is written under it. */
function chaptersOf(blocks: readonly Block[]): PlaceholderList {
  const rows: { heading: string; lines: string[] }[] = []
  for (const block of blocks) {
    if (!('text' in block)) continue
    if (headings.has(block.kind)) rows.push({ heading: plainLine(block.text), lines: [] })
    else if (block.kind === 'body') {
      if (rows.length === 0) rows.push({ heading: '', lines: [] })
      rows.at(-1)?.lines.push(plainText(block.text))
    }
  }
  return {
    columns: ['heading', 'content', '小标题', '内容'],
    rows: rows.map(({ heading, lines }) => new Map([['heading', heading], ['content', lines.join('\n')], ['小标题', heading], ['内容', lines.join('\n')]])),
  }
}

/** A title as a name: in one piece, without what the braces of a placeholder mean. */
const fieldName = (title: string): string => plainText(title).replaceAll(/[\s{}｛｝]+/gu, '').replace(/^[@=\-#^/$!&*:]+/u, '').slice(0, longestName)

function unique(names: readonly string[]): string[] {
  const taken = new Map<string, string>()
  return names.map((name) => {
    const own = free(name, taken)
    if (own !== '') taken.set(own, '')
    return own
  })
}

/** The name, or with a number behind it where it is taken. */
function free(name: string, taken: ReadonlyMap<string, string>): string {
  if (name === '' || !taken.has(name)) return name
  let at = 2
  while (taken.has(`${name}${at}`)) at++
  return `${name}${at}`
}
