import { lookupKeys } from '../forms/header-key.ts'

/** Two keys that share less than this are strangers. */
export const LEAST_LIKENESS = 0.5

const pairsOf = (key: string): Map<string, number> => {
  const pairs = new Map<string, number>()
  for (let place = 0; place < key.length - 1; place++) {
    const pair = key.slice(place, place + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

/**
 * How alike two keys are, from 0 to 1: by the pairs of neighbouring signs they share, and at least by half where one
 * holds the other whole, as 风险等级 does 等级.
 */
export function keyLikeness(a: string, b: string): number {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a]
  if (shorter.length < 2) return a === b && a !== '' ? 1 : 0
  const [left, right] = [pairsOf(shorter), pairsOf(longer)]
  const shared = [...left].reduce((sum, [pair, count]) => sum + Math.min(count, right.get(pair) ?? 0), 0)
  const alike = (2 * shared) / (shorter.length + longer.length - 2)
  return longer.includes(shorter) ? Math.max(alike, LEAST_LIKENESS + 0.4 * (shorter.length / longer.length)) : alike
}

/** Of titles longer than this only the beginning is compared. */
const longestCompared = 60

/** The keys by which a title is compared: as written, without remarks in brackets, its lowest level alone. */
export const comparedKeys = (title: string): string[] => lookupKeys(title.slice(0, longestCompared))
