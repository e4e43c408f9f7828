import type { Block, Paper, PaperForm, PaperSection, PaperTable } from '../paper/paper.ts'
import { plainLine } from '../plain-text.ts'
import { longestWord } from '../text-width.ts'
import { textsFor } from '../texts/texts-for.ts'
import { codeWidth } from './code-width.ts'
import { formRows, formRowsUnder } from './form-rows.ts'
import { watermarkHeader } from './watermark-header.ts'
import type { PlannedColumn, PlannedRow, RowLook, SheetPlan } from './sheet-plan.ts'

/** Characters all columns of a page have together. */
const pageWidth = { portrait: 88, landscape: 135 } as const

interface Line {
  readonly text: string
  readonly look: RowLook
}

/** A table or a form with what belongs to it. */
interface Part {
  readonly page: PaperSection['page']
  readonly content: Content
  readonly caption: string
  /** Text before the first table of its section or, where that has none, of the paper: each table is a sheet by itself. */
  readonly opening: readonly Line[]
  /** Notes, lines to be signed, and what goes on in the same columns. */
  readonly below: (Line | Content)[]
}

type Content = { readonly table: PaperTable } | { readonly form: PaperForm }

/** The worksheets of a paper; one with its text alone where it has neither table nor form. */
export function paperSheets(paper: Paper): SheetPlan[] {
  const parts = partsOf(paper)
  const names = namesOf(parts, paper)
  return parts.map((part, index) => planOf(paper, part, { name: names[index] ?? '', alone: parts.length === 1 }))
}

/** Text of a paper in chapters is not for a workbook; that of a notice or a form is. */
function partsOf({ sections }: Paper): Part[] {
  const parts: Part[] = []
  const chaptered = sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'chapter'))
  let opening: Line[] = []
  let caption = ''
  for (const { page, blocks } of sections) {
    const first = blocks.findIndex((block) => contentOf(block) !== undefined)
    // A section with a table of its own begins with its own lines, such as whose it is; one without goes on with those before.
    const own = chaptered ? [] : blocks.slice(0, Math.max(0, first)).flatMap((block) => lineOf(block) ?? [])
    if (own.length > 0 && parts.length > 0) opening = own
    /** Where its sheet begins: what goes on in its columns is no sheet of its own. */
    let begun: Part | undefined
    for (const [index, block] of blocks.entries()) {
      if (block.kind === 'annex-title' || block.kind === 'table-caption') caption = block.text
      const content = contentOf(block)
      const line = lineOf(block)
      if (content !== undefined && begun !== undefined && goesOn(content, begun)) {
        begun.below.push(space, ...(caption === '' ? [] : [{ text: caption, look: 'caption' } as const]), content)
        caption = ''
      } else if (content !== undefined) {
        begun = { page, content, caption, opening, below: [] }
        parts.push(begun)
        caption = ''
      } else if (line === undefined || (parts.length > 0 && index < first && own.length > 0)) continue
      else if (parts.length === 0 && !chaptered) opening.push(line)
      else if (block.kind === 'small' || !chaptered) parts.at(-1)?.below.push(line)
    }
  }
  const none: Part = { page: 'portrait', content: { table: { columns: [{ title: '', share: 1 }], rows: [] } }, caption: '', opening, below: [] }
  return parts.length === 0 ? [none] : parts
}

const space: Line = { text: ' ', look: 'text' }

/** A table under the same titles, and a form below a table that has columns for all of its own. */
function goesOn(content: Content, { content: first }: Part): boolean {
  if (!('table' in first)) return false
  const { columns } = first.table
  if ('form' in content) return content.form.shares.length <= columns.length
  return content.table.columns.length === columns.length && content.table.columns.every(({ title }, at) => title === columns[at]?.title)
}

function contentOf(block: Block): Content | undefined {
  if (block.kind === 'table') return { table: block.table }
  return block.kind === 'form' ? { form: block.form } : undefined
}

function lineOf(block: Block): Line | undefined {
  switch (block.kind) {
    case 'body':
    case 'small': return { text: block.text, look: 'text' }
    case 'centred': return { text: block.text, look: 'centred' }
    case 'sign-off': return { text: block.text, look: 'line' }
    default: return undefined
  }
}

function planOf(paper: Paper, part: Part, { name, alone }: { name: string; alone: boolean }): SheetPlan {
  const texts = textsFor(paper.locale)
  const { columns, rows, headRow, mergeDown } = 'table' in part.content ? tableRows(part.content.table, part.page) : { ...formRows(part.content.form, pageWidth.portrait), headRow: undefined, mergeDown: undefined }
  const last = columns.length - 1
  const above = headOf(paper, { caption: alone ? '' : part.caption, opening: part.opening }, last)
  return {
    name,
    columns,
    orientation: 'form' in part.content ? 'portrait' : part.page,
    footer: texts.pageFooter,
    fontName: texts.sheetFont,
    ...watermarkHeader(paper.watermark),
    ...(headRow === undefined ? {} : { headRow: above.length + headRow }),
    ...(mergeDown === undefined ? {} : { mergeDown }),
    rows: [...above, ...rows, ...part.below.flatMap((one) => rowsBelow(one, columns, part.page))],
  }
}

function rowsBelow(one: Line | Content, columns: readonly PlannedColumn[], page: PaperSection['page']): readonly PlannedRow[] {
  if ('text' in one) return [across(one, columns.length - 1)]
  return 'table' in one ? tableRows(one.table, page).rows : formRowsUnder(one.form, columns)
}

function headOf({ letterhead = {}, title }: Paper, { caption, opening }: Pick<Part, 'caption' | 'opening'>, last: number): PlannedRow[] {
  const { redHead = '', documentNumber = '' } = letterhead
  const number: Line = { text: documentNumber, look: 'centred' }
  const lines: Line[] = [
    ...(redHead === '' ? [] : [{ text: redHead, look: 'red-head' } as const, number]),
    { text: title, look: 'title' },
    ...(redHead === '' ? [number] : []),
    { text: plainLine(caption) === plainLine(title) ? '' : caption, look: 'caption' },
    ...opening,
  ]
  return lines.filter(({ text }) => text.trim() !== '').map((line) => across(line, last))
}

/** A line over all columns; what is signed stands at the right. */
function across({ text, look }: Line, last: number): PlannedRow {
  const row: PlannedRow = { look, values: [look === 'title' || look === 'red-head' ? plainLine(text) : text], across: [[0, last]] }
  return look === 'line' ? { ...row, looks: new Map([[0, { look, align: 'right' }]]) } : row
}

function tableRows(table: PaperTable, page: PaperSection['page']): Pick<SheetPlan, 'columns' | 'rows' | 'headRow' | 'mergeDown'> {
  const { columns, rows, empty, merged, totalFrom } = table
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const untitled = columns.every(({ title }) => title === '')
  const lastRow = rows.length - 1
  return {
    columns: columns.map(({ title, share, align }, index) => ({ width: Math.max((pageWidth[page] * share) / shares, longestWord(title) + 3, codeWidth(rows.map((cells) => cells[index] ?? ''))), ...(align === undefined ? {} : { align }) })),
    ...(untitled ? {} : { headRow: 0 }),
    ...(merged === undefined ? {} : { mergeDown: merged }),
    rows: [
      ...(untitled ? [] : [{ look: 'head', values: columns.map(({ title }) => title) } satisfies PlannedRow]),
      ...rows.map((cells, index): PlannedRow => ({ look: index === lastRow && totalFrom !== undefined ? 'total' : 'data', values: cells.map((text, column) => valueOf(text, columns[column]?.numbers)) })),
      ...(rows.length === 0 && empty !== undefined ? [across({ text: empty, look: 'text' }, columns.length - 1)] : []),
    ],
  }
}

/** Only what is a whole number to the last digit becomes one. */
function valueOf(text: string, numbers = false): string | number {
  return numbers && /^-?(?:0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text
}

/** What a worksheet may be called: at most 31 characters, none of these, and no two alike. */
function namesOf(parts: readonly Part[], { title }: Paper): string[] {
  const taken = new Set<string>()
  return parts.map(({ content, caption }) => {
    const wished = plainLine(('table' in content ? content.table.name : undefined) ?? (caption === '' ? title : caption)).replaceAll(/[[\]:*?/\\']/g, ' ').trim()
    for (let number = 1; ; number++) {
      const suffix = number === 1 ? '' : ` ${number}`
      const name = `${cutTo(wished === '' ? title : wished, 31 - suffix.length)}${suffix}`
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  })
}

/** At most so many UTF-16 units, and no half of a character at the end. */
function cutTo(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/u, '').trim()
}
