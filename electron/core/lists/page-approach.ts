import type { MayIndex } from './conditions.ts'
import type { Selection } from './filter-rules.ts'
import type { SortRule } from './sort-rules.ts'

/** How a page is found. */
export interface Approach {
  /** Whether a filter's condition may choose the index. */
  readonly mayIndex: MayIndex
  /** All records that pass are gathered and then sorted; otherwise the index of the sort is walked. */
  readonly gathers: boolean
}

interface Situation {
  readonly selection: Selection
  readonly rule: SortRule
  readonly page: { readonly offset: number; readonly limit: number }
  /** How many records pass. */
  readonly total: number
  /** How many there are. */
  readonly all: () => Promise<number>
}

/**
 * Three ways to a page. Where an index gives the filtered records in the order of the sort, it is walked. Where many
 * records pass, the index of the sort is walked and the others are passed over. Where few pass, they are gathered by the
 * filter's index and sorted. The size of each is known before, because the page shows the total.
 */
export async function approachFor({ selection, rule, page, total, all }: Situation): Promise<Approach> {
  const byText = selection.match !== undefined
  if (selection.rules.length === 0 && !byText) return { mayIndex: () => true, gathers: false }
  const served = byText ? undefined : selection.rules.find(({ name, value }) => rule.within?.includes(name) && isSingle(value))
  if (served !== undefined) return { mayIndex: (name) => name === served.name, gathers: false }
  // What is found by text comes in the order of numbers by itself.
  if (byText && rule.keys.length === 0 && rule.through === undefined) return { mayIndex: () => false, gathers: true }
  const walked = (page.offset + page.limit) * await all() / Math.max(total, 1)
  return walked < total ? { mayIndex: () => false, gathers: false } : { mayIndex: () => !byText, gathers: true }
}

const isSingle = (value: unknown): boolean => !Array.isArray(value) || (value.length === 1 && value[0] !== '')
