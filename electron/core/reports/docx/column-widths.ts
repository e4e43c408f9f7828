import type { PaperColumn, PaperForm, PaperTable } from '../paper/paper.ts'
import { plainText } from '../plain-text.ts'
import { longestWord, textWidth } from '../text-width.ts'
import { smallSize, tableSize } from './styles.ts'

/**
 * Divides `total` twips by shares, then gives columns below their least width what they lack and takes it from the
 * others in proportion to what they can spare. The widths add up to `total` exactly.
 */
function widthsByShare(total: number, columns: readonly { readonly share: number; readonly least: number }[]): number[] {
  const sum = columns.reduce((all, { share }) => all + share, 0)
  const wished = columns.map(({ share }) => (total * share) / sum)
  const lacking = columns.reduce((all, { least }, index) => all + Math.max(0, least - (wished[index] ?? 0)), 0)
  const spare = columns.reduce((all, { least }, index) => all + Math.max(0, (wished[index] ?? 0) - least), 0)
  const taken = spare === 0 ? 0 : Math.min(1, lacking / spare)
  const widths = columns.map(({ least }, index) => {
    const wish = wished[index] ?? 0
    return Math.floor(wish < least ? least : wish - (wish - least) * taken)
  })
  const rest = total - widths.reduce((all, width) => all + width, 0)
  const widest = widths.indexOf(Math.max(...widths))
  return widths.map((width, index) => (index === widest ? width + rest : width))
}

/** No column is widened for one word beyond this; a longer one breaks. */
const widestLeast = 1800
/** Twips a Latin letter takes for each half-point of its size: bold in headings and labels, in a wide serif face in texts. */
const letter = { bold: 7, text: 6.3 } as const
/** The space inside a cell. */
const padding = 180
/** Two Chinese characters of 五号, which every heading has on a line. */
const narrowest = 540

/** The width the longest Latin word or code of a column needs in a size, at most `widestLeast` twips. */
function widestWord(title: string, texts: readonly string[], size: number): number {
  const inTexts = texts.reduce((longest, text) => Math.max(longest, longestWord(text)), 0) * letter.text
  return Math.max(narrowest, Math.min(widestLeast, Math.max(longestWord(title) * letter.bold, inTexts) * size + padding))
}

/** A Chinese character of 五号 and what a cell keeps free at its sides; twips. */
const character = 212
const sides = 150
/** A name of at most so many characters stands on one line: 股室负责人, 水政监察大队; of fewer where there is no room for that. */
const namesWhole = [6, 5, 4] as const
/** Columns never claim more of the width than this for whole names: what is read line by line needs room too. */
const mostForNames = 0.8

/** The width in which the heading and the centred names of a column do not leave a single character on a line of its own. */
function widestName({ title, align }: PaperColumn, texts: readonly string[], whole: number): number {
  const lines = [...title.split('\n'), ...(align === 'center' ? texts.flatMap((text) => plainText(text).split('\n')) : [])]
  const characters = lines.map((line) => Math.ceil(textWidth(line) / 2))
  // What is longer breaks in two halves; what is longer still is a text.
  const widest = characters.reduce((most, count) => Math.max(most, count <= whole ? count : align === 'center' && count <= 2 * whole ? Math.ceil(count / 2) : 0), 0)
  return widest * character + sides
}

/** What stands in a form for something else says nothing of how wide that will be. */
const placeholders = /\{\{[^{}]*\}\}/gu

/**
 * Widths of a table's columns in twips: by their shares, but no word or code is broken and, as far as there is room, no
 * short name either.
 * @param size of the text, half-points
 */
export function columnWidths({ columns, rows }: Pick<PaperTable, 'columns' | 'rows'>, total: number, size: number): number[] {
  const scale = Math.max(size, smallSize) / smallSize
  const texts = columns.map((_, index) => rows.map((cells) => (cells[index] ?? '').replaceAll(placeholders, '')))
  const words = columns.map(({ title }, index) => widestWord(title, texts[index] ?? [], size))
  const fits = (least: readonly number[]): boolean => least.reduce((sum, width) => sum + width, 0) <= total * mostForNames
  const least = namesWhole.map((whole) => columns.map((column, index) => Math.max(words[index] ?? 0, widestName(column, texts[index] ?? [], whole) * scale))).find(fits) ?? words
  return widthsByShare(total, columns.map(({ share }, index) => ({ share, least: least[index] ?? 0 })))
}

/** Widths of a form's columns in twips, by their shares, but no word of a label that stands in one column is broken. */
export function formWidths({ shares, rows }: PaperForm, total: number): number[] {
  const least = shares.map(() => 0)
  for (const cells of rows) {
    if (cells.some(({ down = 1 }) => down > 1)) continue
    let column = 0
    for (const { text, label = false, across = 1 } of cells) {
      if (label && across === 1) least[column] = Math.max(least[column] ?? 0, Math.min(widestLabel, longestWord(text) * letter.bold * tableSize + padding + 60))
      column += across
    }
  }
  return widthsByShare(total, shares.map((share, index) => ({ share, least: least[index] ?? 0 })))
}

/** Labels take no more than this for one word. */
const widestLabel = 2300
