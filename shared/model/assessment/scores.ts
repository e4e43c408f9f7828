import type { Item, Rater, Template } from './definition.ts'
import { raters } from './definition.ts'
import type { Figure } from './indicators.ts'

/**
 * Scores are whole hundredths of a point wherever they are stored or added, so that sums come out the same in any
 * order. Two places round, each half up to a hundredth: the share a figure gives, and the weighted score of an item. A
 * total is the sum of what stands in its column and is not rounded again, so that every form foots.
 */
export type Hundredths = number

export const hundredthsOf = (points: number): Hundredths => Math.round(points * 100)
export const pointsOf = (hundredths: Hundredths): number => hundredths / 100

/** Points of several items, without what adding decimals leaves behind. */
export const sumOfPoints = (items: readonly { readonly points: number }[]): number => pointsOf(items.reduce((sum, { points }) => sum + hundredthsOf(points), 0))

/** Of whole numbers that are not negative. */
export const halfUp = (part: number, whole: number): number => Math.floor((2 * part + whole) / (2 * whole))

/** What the register gives for an item; undefined where people score it. */
export function computedScore({ points, computed }: Pick<Item, 'points' | 'computed'>, { counts, all }: Figure): Hundredths | undefined {
  if (computed === undefined) return undefined
  const full = hundredthsOf(points)
  if (all === 0) return computed.nothing === 'full' ? full : 0
  const { formula } = computed
  switch (formula.kind) {
    case 'share': return halfUp(full * counts, all)
    case 'deduction': return Math.max(Math.min(full, hundredthsOf(formula.floor)), full - hundredthsOf(formula.perCase) * (all - counts))
    case 'yes-no': return counts * 100 >= formula.atLeast * all ? full : 0
  }
}

/** The score of an item by the weights of those who gave one; undefined while somebody who is asked has not. */
export function weightedScore(scores: Readonly<Partial<Record<Rater, Hundredths>>>, { weights }: Pick<Template, 'weights'>): Hundredths | undefined {
  const asked = raters.filter((rater) => weights[rater] > 0)
  if (asked.some((rater) => scores[rater] === undefined)) return undefined
  return halfUp(asked.reduce((sum, rater) => sum + (scores[rater] ?? 0) * weights[rater], 0), 100)
}
