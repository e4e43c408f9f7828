import { AlignmentType, HeightRule, LineRuleType, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx'
import type { FormCell, PaperForm } from '../paper/paper.ts'
import { formWidths } from './column-widths.ts'
import { runs } from './paragraphs.ts'
import { smallSize, styleIds } from './styles.ts'
import { labelShade, tableLines } from './tables.ts'

/** Height of a kept line and the room inside a cell, twips; size and line of the text where they are not the style's. */
const looks = {
  body: { kept: 400, padding: { top: 60, bottom: 60, left: 100, right: 100 }, text: {}, spacing: {} },
  small: { kept: 340, padding: { top: 40, bottom: 40, left: 80, right: 80 }, text: { size: smallSize }, spacing: { spacing: { line: 300, lineRule: LineRuleType.EXACT } } },
} as const
type Look = (typeof looks)[keyof typeof looks]
/** From so many lines on a cell is written in from its top, as one writes by hand. */
const fromTop = 3
/** A form of at most so many rows, such as the lines to be signed, is not torn apart. */
const rowsKeptWhole = 3

interface FormPlace {
  readonly width: number
  /** Only notes follow, which must not stand on a page by themselves. */
  readonly noted: boolean
}

/** A sheet of labels and values `width` twips wide. A row is as high as its text and the room it keeps. */
export function formTable(form: PaperForm, { width, noted }: FormPlace): Table {
  const widths = formWidths(form, width)
  const look = looks[form.size ?? 'body']
  const last = form.rows.length - 1
  return new Table({
    rows: form.rows.map((cells, index) => row(cells, { look, keepNext: index === last ? noted : last < rowsKeptWhole })),
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: tableLines,
  })
}

interface RowLook { readonly look: Look; readonly keepNext: boolean }

function row(cells: readonly FormCell[], { look, keepNext }: RowLook): TableRow {
  const lines = Math.max(1, ...cells.filter(({ down = 1 }) => down === 1).map(({ lines: kept = 1 }) => kept))
  return new TableRow({
    cantSplit: true,
    height: { value: lines * look.kept + look.padding.top + look.padding.bottom, rule: HeightRule.ATLEAST },
    children: cells.map((one) => cell(one, { look, keepNext })),
  })
}

function cell({ text, across = 1, down = 1, label = false, align, lines = 1 }: FormCell, { look, keepNext }: RowLook): TableCell {
  const paragraph = new Paragraph({
    style: label ? styleIds.tableHead : styleIds.tableText,
    alignment: align ?? (label ? AlignmentType.CENTER : AlignmentType.LEFT),
    keepNext,
    ...look.spacing,
    children: runs(text, look.text),
  })
  return new TableCell({
    margins: look.padding,
    verticalAlign: !label && lines >= fromTop ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
    ...(across > 1 ? { columnSpan: across } : {}),
    ...(down > 1 ? { rowSpan: down } : {}),
    ...(label ? { shading: labelShade } : {}),
    children: [paragraph],
  })
}
