import type { HeaderFound } from '../tables/header-row.ts'
import { joinedHeaders } from '../tables/header-row.ts'
import type { SheetGrid } from '../tables/sheet-grid.ts'
import { applyLayout } from './apply-layout.ts'
import type { HandReading, KnownLayouts, PlacedReading } from './layout.ts'
import { LONGEST_TITLE } from './layout.ts'
import { shownTitles } from './shown-titles.ts'

/** A header that is read as a person said, just now or once before. */
export interface HandHeader extends HeaderFound {
  readonly keepsAbove: boolean
  /** As they stand in the sheet, '' where a column has none. */
  readonly titles: string[]
  readonly isRemembered: boolean
}

interface Where { readonly first: number; readonly last: number; readonly isRemembered: boolean }

function found(grid: SheetGrid, reading: HandReading, { first, last, isRemembered }: Where): HandHeader {
  const titles = joinedHeaders(grid, first, last)
  return { first, last, isRemembered, titles, headers: shownTitles(titles), recognition: applyLayout(reading, titles), keepsAbove: reading.keepsAbove }
}

/** Rows that begin like a remembered header and are none; a sheet made of nothing else must not hold up the others. */
const mostTries = 100

/** Headers of remembered layouts, looked for from some row on. */
class Remembered {
  readonly #grid: SheetGrid
  readonly #known: KnownLayouts
  #tries = 0

  constructor(grid: SheetGrid, known: KnownLayouts) {
    this.#grid = grid
    this.#known = known
  }

  at(row: number): HandHeader | undefined {
    const begin = this.#known.levels.length === 0 ? undefined : this.#grid.row(row).find((text) => text.trim() !== '')
    if (begin === undefined || this.#tries >= mostTries || !this.#known.begins(begin.slice(0, LONGEST_TITLE))) return undefined
    this.#tries++
    for (const levels of this.#known.levels) {
      const last = row + levels - 1
      const reading = last < this.#grid.rowCount ? this.#known.find(levels, joinedHeaders(this.#grid, row, last)) : undefined
      if (reading !== undefined) return found(this.#grid, reading, { first: row, last, isRemembered: true })
    }
    return undefined
  }
}

/**
 * Where in a sheet a header stands that is read by hand, by its first row counted from 0. What was said just now goes
 * before what is remembered: above it nothing is looked for, unless it was said that a table stands there.
 */
export function handHeaders(grid: SheetGrid, placed: readonly PlacedReading[], known: KnownLayouts): ReadonlyMap<number, HandHeader> {
  const headers = new Map(placed.map((reading) => [reading.first, found(grid, reading, { first: reading.first, last: reading.last, isRemembered: false })]))
  const remembered = new Remembered(grid, known)
  const blind = firstBlind(headers)
  let row = 0
  while (row < grid.rowCount) {
    const header = headers.get(row) ?? (row < blind ? undefined : remembered.at(row))
    if (header !== undefined) headers.set(row, header)
    row = (header?.last ?? row) + 1
  }
  return headers
}

/** Above this row nothing is taken for a header. */
export function firstBlind(headers: ReadonlyMap<number, HandHeader>): number {
  const first = [...headers.values()].toSorted((a, b) => a.first - b.first)[0]
  return first === undefined || first.keepsAbove ? 0 : first.first
}
