import { textWidth } from '../docx/page-format.ts'
import { tableWidths } from '../docx/tables.ts'
import type { Block, FormCell, Paper, PaperForm, PaperSection, PaperTable } from '../paper/paper.ts'
import { columnNames, headFieldNames, headIn, headings, namedCells, namedTables, onlyTable, rowsUnderHead } from './placeholders-of.ts'
import type { NamedTable } from './placeholders-of.ts'

/**
 * A paper of the same look in which every value is the placeholder that stands for it: written as a Word file it is a
 * form that works as it is, and that an office changes to its own liking.
 */
export function exampleForm({ watermark: _watermark, properties: _properties, letterhead: _letterhead, ...paper }: Paper): Paper {
  const tables = new Map(namedTables(paper).map((named) => [named.from, named]))
  const state: State = { page: 'portrait', chinese: paper.locale !== 'en', tables, fields: new Map(headFieldNames.flat().map((name) => [name, ''])), text: 'none', below: false, noted: false }
  const chaptered = paper.sections.some(({ blocks }) => blocks.some(({ kind }) => headings.has(kind)))
  return { ...paper, sections: paper.sections.map((section): PaperSection => {
    state.page = section.page
    return { ...section, blocks: section.blocks.flatMap((block) => exampleBlock(block, state, chaptered)) }
  }) }
}

interface State {
  /** Of the section that is being set out. */
  page: PaperSection['page']
  readonly chinese: boolean
  readonly tables: ReadonlyMap<NamedTable['from'], NamedTable>
  readonly fields: Map<string, string>
  /** Whether the text of the report has its placeholder already. */
  text: 'none' | 'set'
  /** Whether a table or a sheet has come, and whether the notes below have their placeholder already. */
  below: boolean
  noted: boolean
}

function exampleBlock(block: Block, state: State, chaptered: boolean): Block[] {
  const name = (english: string, chinese: string) => (state.chinese ? chinese : english)
  if (block.kind === 'title') return [{ kind: 'title', text: `{{${name('title', '标题')}}}` }]
  state.below ||= block.kind === 'table' || block.kind === 'form'
  if (block.kind === 'table') return [{ kind: 'table', table: exampleTable(block.table, state) }]
  if (block.kind === 'form') return [{ kind: 'form', form: exampleSheet(block.form, state) }]
  if (block.kind === 'figure' || block.kind === 'figure-caption') return []
  if (block.kind === 'small') return exampleNote(state, name)
  if (block.kind !== 'body' && !headings.has(block.kind)) return [block]
  if (state.text === 'set') return []
  state.text = 'set'
  if (!chaptered) return [{ kind: 'body', text: `{{${name('text', '正文')}}}` }]
  return [
    { kind: 'body', text: '{{#chapters}}' },
    { kind: 'chapter', text: `{{${name('heading', '小标题')}}}` },
    { kind: 'body', text: `{{${name('content', '内容')}}}` },
    { kind: 'body', text: '{{/chapters}}' },
  ]
}

/** The line that heads a form, and once below it whatever the report notes there. */
function exampleNote(state: State, name: (english: string, chinese: string) => string): Block[] {
  if (!state.below) return [{ kind: 'small', text: `{{${name('organisation', '单位')}}}　　{{${name('date', '日期')}}}` }]
  if (state.noted) return []
  state.noted = true
  return [{ kind: 'small', text: `{{${name('notes', '附注')}}}` }]
}

/** One row that is repeated, and below it the total where the table has one. */
function exampleTable(given: PaperTable, state: State): PaperTable {
  const { merged: _merged, totalFrom, ...table } = given
  const named = state.tables.get(given) ?? onlyTable
  const repeated = (list: string): string[] => repeatedRow(table, list)
  // The columns keep the widths of the report itself: names of placeholders are longer than what stands for them.
  const widths = tableWidths(given, textWidth[state.page])
  return { ...table, repeated: true, columns: table.columns.map((column, at) => ({ ...column, share: widths[at] ?? column.share })), rows: [repeated(named.list), ...(totalFrom === undefined ? [] : [repeated(named.total)])] }
}

/** A row of placeholders that stands for every row of a list. */
function repeatedRow({ columns }: PaperTable, list: string): string[] {
  const cells = columnNames(columns).map((title, at) => `{{${title === '' ? `c${at + 1}` : title}}}`)
  return cells.map((cell, at) => `${at === 0 ? `{{#${list}}}` : ''}${cell}${at === cells.length - 1 ? `{{/${list}}}` : ''}`)
}

/** The values of a sheet, and of the list it may end with the head and one row that is repeated. */
function exampleSheet(form: PaperForm, state: State): PaperForm {
  const named = new Map<FormCell, string>(namedCells(form, state.fields).map(({ name, value }) => [value, name]))
  for (const name of named.values()) state.fields.set(name, '')
  const filled = form.rows.slice(0, headIn(form)).map((cells) => cells.map((cell) => { const name = named.get(cell); return name === undefined ? cell : { ...cell, text: `{{${name}}}` } }))
  const list = state.tables.get(form)
  if (list === undefined) return { ...form, rows: filled }
  const repeated = repeatedRow(list.table, list.list)
  const head = form.rows[headIn(form)] ?? []
  const row = (rowsUnderHead(form)[0] ?? head).map((cell, at) => ({ ...cell, text: repeated[at] ?? '' }))
  return { ...form, rows: [...filled, head, row] }
}
