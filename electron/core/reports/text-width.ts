/** Ideographs, full-width forms, kana, Hangul and the punctuation Chinese fonts set one em wide. */
const wide = /[\u1100-\u115F\u2010-\u203B\u2190-\u21FF\u2460-\u2BFF\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F000}-\u{3FFFF}]/u

/** Chinese line breaking forbids these at the start of a line; they hang on to the character before. */
const closing = /^[、。，．：；？！）》」』】〕”’…%)\],.;:?!]$/u

/** Width in half-em columns: a Chinese character is 2, a Latin letter 1. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += wide.test(character) ? 2 : 1
  return width
}

/** A Chinese character by itself, or a Latin word with the space after it; closing marks stay with what they close. */
function piecesOf(line: string): string[] {
  const pieces: string[] = []
  let previousWide = true
  for (const character of line) {
    const isWide = wide.test(character)
    const joins = pieces.length > 0 && (closing.test(character) || (!isWide && !previousWide && !(pieces.at(-1) ?? '').endsWith(' ')))
    if (joins) pieces.push((pieces.pop() ?? '') + character)
    else pieces.push(character)
    previousWide = isWide
  }
  return pieces
}

/** A piece longer than a whole line is cut into lines; nothing is ever dropped. */
function cutToFit(piece: string, columns: number): string[] {
  if (textWidth(piece) <= columns) return [piece]
  const cuts: string[] = ['']
  for (const character of piece) {
    const last = cuts.at(-1) ?? ''
    if (last !== '' && textWidth(last + character) > columns) cuts.push(character)
    else cuts[cuts.length - 1] = last + character
  }
  return cuts
}

/**
 * Breaks text into lines of at most `columns` half-em columns, Chinese between any two characters and Latin between
 * words. Always at least one line, and all lines together hold the whole text.
 */
export function wrapText(text: string, columns: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(2, columns)))
}

function wrapLine(line: string, columns: number): string[] {
  const lines: string[] = []
  let current = ''
  let width = 0
  for (const piece of piecesOf(line).flatMap((whole) => cutToFit(whole, columns))) {
    const pieceWidth = textWidth(piece)
    if (current !== '' && width + textWidth(piece.trimEnd()) > columns) {
      lines.push(current)
      current = ''
      width = 0
    }
    current += piece
    width += pieceWidth
  }
  return [...lines, current]
}

/** What a capital letter takes beyond a small one. */
const capital = 0.3

/** Letters of the longest Latin word or code in the text, capitals counted wider; such a word should not be broken. */
export function longestWord(text: string): number {
  let longest = 0
  for (const word of text.match(/[!-~]+/g) ?? []) longest = Math.max(longest, word.length + capital * (word.match(/[A-Z]/g)?.length ?? 0))
  return longest
}

/** Shares of the width for a table of unknown content: each column as its longest line asks for, between 4 and 40 half-ems. */
export function sharesFor(rows: readonly (readonly string[])[]): number[] {
  const columns = Math.max(1, ...rows.map((cells) => cells.length))
  return Array.from({ length: columns }, (_, index) => Math.min(40, Math.max(4, ...rows.map((cells) => textWidth(cells[index] ?? '')))))
}
