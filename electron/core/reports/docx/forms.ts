import { AlignmentType, HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx'
import type { FormCell, PaperForm } from '../paper/paper.ts'
import { formWidths } from './column-widths.ts'
import { runs } from './paragraphs.ts'
import { styleIds } from './styles.ts'
import { labelShade, tableLines } from './tables.ts'

/** Line height and the room inside a cell, twips. */
const lineHeight = 400
const padding = { top: 60, bottom: 60, left: 100, right: 100 }
/** From so many lines on a cell is written in from its top, as one writes by hand. */
const fromTop = 3

/** A sheet of labels and values `width` twips wide. A row is as high as its text and the room it keeps. */
export function formTable(form: PaperForm, width: number): Table {
  const widths = formWidths(form, width)
  return new Table({
    rows: form.rows.map(row),
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: tableLines,
  })
}

function row(cells: readonly FormCell[]): TableRow {
  const lines = Math.max(1, ...cells.filter(({ down = 1 }) => down === 1).map(({ lines: kept = 1 }) => kept))
  return new TableRow({
    cantSplit: true,
    height: { value: lines * lineHeight + padding.top + padding.bottom, rule: HeightRule.ATLEAST },
    children: cells.map(cell),
  })
}

function cell({ text, across = 1, down = 1, label = false, align, lines = 1 }: FormCell): TableCell {
  const paragraph = new Paragraph({
    style: label ? styleIds.tableHead : styleIds.tableText,
    alignment: align ?? (label ? AlignmentType.CENTER : AlignmentType.LEFT),
    children: runs(text),
  })
  return new TableCell({
    margins: padding,
    verticalAlign: !label && lines >= fromTop ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
    ...(across > 1 ? { columnSpan: across } : {}),
    ...(down > 1 ? { rowSpan: down } : {}),
    ...(label ? { shading: labelShade } : {}),
    children: [paragraph],
  })
}
