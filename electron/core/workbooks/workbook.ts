/** A merged block of cells, counted from 0, ends included, cut to the filled part of its sheet. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

/**
 * Stands before the text of a formula whose result the file does not hold. It means no character and is taken out of every
 * text that is read, so that no cell can bear it otherwise.
 */
export const noResult = '\uFFFF'

/** A cell's text for people to look at: a formula without its result as itself. */
export const shownText = (text: string): string => (text.startsWith(noResult) ? text.slice(noResult.length) : text)

/** One sheet as text. */
export interface Sheet {
  name: string
  /** Hidden sheets are read like any other; whoever shows the result says so. */
  hidden: boolean
  /**
   * The text of every cell, row by row from the sheet's first row, '' where empty; all rows are equally long.
   * A formula without a stored result is its own text behind `noResult`. Dates are yyyy-mm-dd, numbers have no exponent, merged cells all carry the block's text.
   */
  rows: string[][]
  merges: Merge[]
}

export interface Workbook {
  sheets: Sheet[]
}

/** How far reading has come: first through the sheets of the file, then through all their rows. */
export interface ReadProgress {
  done: number
  total: number
  what: 'sheet' | 'row'
  sheet?: string
}

export interface ReadOptions {
  signal?: AbortSignal
  onProgress?: (progress: ReadProgress) => void
}
