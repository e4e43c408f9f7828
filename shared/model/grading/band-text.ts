import { lowestScore, type AttainableScores } from './attainable-scores.ts'
import type { Threshold } from './definition.ts'

type BandContext = { readonly symbol: string; readonly scores: AttainableScores; readonly any: string }

/** 3–4, 2, ≥ 5: a count reads best as the numbers themselves. */
function countBand(from: number, below: number | undefined, lowest: number): string {
  const first = Math.max(Math.ceil(from), lowest)
  if (below === undefined) return `≥ ${first}`
  const last = Math.ceil(below) - 1
  return first === last ? `${first}` : `${first}–${last}`
}

/** D ≥ 240, 90 ≤ D < 240, D < 90. */
function scoreBand(from: number, below: number | undefined, { symbol, scores, any }: BandContext): string {
  const open = from <= lowestScore(scores)
  if (below === undefined) return open ? any : `${symbol} ≥ ${from}`
  return open ? `${symbol} < ${below}` : `${from} ≤ ${symbol} < ${below}`
}

/** The bands of a method in words, one for each threshold, in their order. */
export function bandTexts(thresholds: readonly Threshold[], counts: boolean, context: BandContext): string[] {
  return thresholds.map(({ atLeast }, index) => {
    const below = thresholds[index - 1]?.atLeast
    return counts ? countBand(atLeast, below, lowestScore(context.scores)) : scoreBand(atLeast, below, context)
  })
}
