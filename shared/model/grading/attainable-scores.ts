import type { ScoringDefinition } from './definition.ts'
import { factorsOf } from './definition.ts'
import type { Factor } from './factors.ts'
import { arithmeticOf } from './score.ts'

/** The scores a method can give: each one by itself, lightest first, or everything between two bounds (included). */
export type AttainableScores =
  | { readonly kind: 'each'; readonly scores: readonly number[] }
  | { readonly kind: 'between'; readonly min: number; readonly max: number }

/** Beyond this many the single scores say no more than their bounds do. */
const mostScores = 20_000
const mostSteps = 200

type Values = { readonly each?: readonly number[]; readonly min: number; readonly max: number }

function valuesOf(factor: Factor): Values {
  switch (factor.kind) {
    case 'criterion':
      return { each: [0, 1], min: 0, max: 1 }
    case 'range': {
      const { min, max, whole } = factor
      const steps = Math.floor(max) - Math.ceil(min) + 1
      if (!whole || steps < 1 || steps > mostSteps) return { min, max }
      return { each: Array.from({ length: steps }, (_, step) => Math.ceil(min) + step), min, max }
    }
    default: {
      const each = factor.options.map(({ value }) => Number(value))
      return { each, min: Math.min(...each), max: Math.max(...each) }
    }
  }
}

function eachScore(definition: ScoringDefinition, factors: readonly Values[]): number[] | undefined {
  const { start, add } = arithmeticOf(definition)
  let scores = new Set([start])
  for (const [index, { each }] of factors.entries()) {
    if (each === undefined || scores.size * each.length > mostScores) return undefined
    scores = new Set([...scores].flatMap((score) => each.map((value) => add(score, value, index))))
  }
  return [...scores].toSorted((a, b) => a - b)
}

/** The factors of a product are not negative (`checkDefinition` sees to it), so least times least is least. */
export function attainableScores(definition: ScoringDefinition): AttainableScores {
  const factors = factorsOf(definition).map(valuesOf)
  const scores = eachScore(definition, factors)
  if (scores !== undefined) return { kind: 'each', scores }
  const { start, add } = arithmeticOf(definition)
  return {
    kind: 'between',
    min: factors.map(({ min }) => min).reduce(add, start),
    max: factors.map(({ max }) => max).reduce(add, start),
  }
}

export function lowestScore(scores: AttainableScores): number {
  return scores.kind === 'between' ? scores.min : (scores.scores[0] ?? 0)
}

/** Whether some score is at least `from` and below `below`. */
export function attainsBetween(scores: AttainableScores, from: number, below: number): boolean {
  if (scores.kind === 'each') return scores.scores.some((score) => score >= from && score < below)
  return scores.max >= from && scores.min < below
}
