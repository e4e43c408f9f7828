import type { Field, FormDefinition } from '../forms/form-definition.ts'
import { headerKey } from '../forms/header-key.ts'

/** What a person says a column holds; a factor is one of a grading method, under the column's own title. */
export type Meaning = Field | 'ignore' | 'factor'

/** How a header is to be read that no form knows, or that a form knows wrongly. Columns are counted from 0. */
export interface HandReading {
  readonly form: FormDefinition
  readonly meanings: ReadonlyMap<number, Meaning>
  /** A table above in the same sheet is read as well; otherwise what stands above is title. */
  readonly keepsAbove: boolean
}

/** The same for a header at a given place; rows counted from 0, ends included. */
export interface PlacedReading extends HandReading {
  readonly first: number
  readonly last: number
}

/** Headers that were read by hand before. */
export interface KnownLayouts {
  /** How many rows headers among them have, the highest first. */
  readonly levels: readonly number[]
  /** Whether one of them begins with this text: cheap enough to ask of every row. */
  begins(text: string): boolean
  find(levels: number, titles: readonly string[]): HandReading | undefined
}

/** A title is a few words. Of a longer text the rest is not looked at: neither for telling titles apart nor for showing them. */
export const LONGEST_TITLE = 500

/** The key by which a title is told from others. */
export const titleKey = (title: string): string => headerKey(title.slice(0, LONGEST_TITLE))

/** What makes two headers the same layout: the same titles in the same columns, on as many rows. */
export function layoutKey(levels: number, titles: readonly string[]): string {
  const keys = titles.map((title) => titleKey(title))
  return JSON.stringify([levels, ...keys.slice(0, keys.findLastIndex((key) => key !== '') + 1)])
}
