import { foldText } from '#shared/model/text-key.ts'
import { headerKey, LEVEL_MARK } from '../forms/header-key.ts'
import { isHeaderWord } from '../forms/header-words.ts'
import { recogniseForm, type FormRecognition } from '../forms/recognise-form.ts'
import { LONGEST_TITLE } from '../layouts/layout.ts'
import type { SheetGrid } from './sheet-grid.ts'

/** A header found in a sheet; rows counted from 0. */
export interface HeaderFound {
  first: number
  last: number
  headers: string[]
  recognition: FormRecognition
}

/** Two levels are customary, three occur in grading sheets (factors in groups). */
const MAX_LEVELS = 3

/** Cells longer than this are contents, not headers: a cheap look before any key is built. */
const LONGEST_HEADER = 60

/** The texts of one header level; a blank cell above a named one belongs to the group that begins on its left. */
function levelTexts(grid: SheetGrid, row: number, below: readonly string[] | undefined): string[] {
  const texts = grid.row(row).map((text) => foldText(text.slice(0, LONGEST_TITLE)))
  if (below === undefined) return texts
  let group = ''
  return texts.map((text, column) => {
    if (text !== '') group = text
    return text === '' && (below[column] ?? '') !== '' ? group : text
  })
}

function joinLevels(levels: readonly string[][], column: number): string {
  const parts: string[] = []
  for (const level of levels) {
    const text = (level[column] ?? '').replaceAll(' ', '') === '' ? '' : (level[column] ?? '')
    if (text !== '' && text !== parts.at(-1)) parts.push(text)
  }
  return parts.join(LEVEL_MARK)
}

/** The headers of the columns when rows first to last are read as one header. */
export function joinedHeaders(grid: SheetGrid, first: number, last: number): string[] {
  const levels: string[][] = []
  for (let row = last; row >= first; row--) levels.unshift(levelTexts(grid, row, row === last ? undefined : levels[0]))
  const width = Math.max(0, ...levels.map((level) => level.length))
  return Array.from({ length: width }, (_, column) => joinLevels(levels, column))
}

function mayBeHeader(grid: SheetGrid, row: number): boolean {
  const filled = grid.ownTexts(row).filter((text) => text.trim() !== '')
  return filled.length >= 2 && filled.every((text) => text.length <= LONGEST_HEADER)
}

/** Three known words in a row; cheap enough to ask of every row of data. */
function hasHeaderWords(grid: SheetGrid, row: number): boolean {
  return grid.ownTexts(row).filter((text) => isHeaderWord(text)).length >= 3
}

function understood(found: HeaderFound | undefined): number {
  return found === undefined ? 0 : Object.keys(found.recognition.mapping).length - 2 * found.recognition.missing.length
}

function headerOf(grid: SheetGrid, first: number, last: number): HeaderFound | undefined {
  const headers = joinedHeaders(grid, first, last)
  const recognition = recogniseForm(headers)
  return recognition === undefined ? undefined : { first, last, headers, recognition }
}

/**
 * The header that begins in a row, if one does.
 *
 * It reaches down as far as cells merged with it do, and further where joining the next row makes more columns known.
 */
export function headerAt(grid: SheetGrid, row: number): HeaderFound | undefined {
  // The first level alone must already be a header; otherwise a line above (填报单位：…) would be joined on as a level.
  if (!mayBeHeader(grid, row) || !hasHeaderWords(grid, row) || headerOf(grid, row, row) === undefined) return undefined
  let best: HeaderFound | undefined
  const joined = Math.min(grid.lowestJoined(row), row + MAX_LEVELS - 1)
  for (let last = joined; last < Math.min(row + MAX_LEVELS, grid.rowCount); last++) {
    if (last > row && !mayBeHeader(grid, last)) break
    const found = headerOf(grid, row, last)
    if (best === undefined || understood(found) > understood(best)) best = found ?? best
  }
  return best
}

/** Spaces within a title make a cell longer than its key; one that is longer still is no title and is not folded. */
const MOST_SPACES = 300

/** Tells rows that repeat a header already found, as sheets made for printing do on every page. */
export function repetitionOf(grid: SheetGrid, header: HeaderFound): (row: number) => boolean {
  const levels = Array.from({ length: header.last - header.first + 1 }, (_, level) => grid.row(header.first + level).map((text) => headerKey(text)))
  return (row) => levels.some((keys) => grid.row(row).every((text, column) => {
    const key = keys[column] ?? ''
    return text.length <= key.length * 2 + MOST_SPACES && headerKey(text) === key
  }))
}
