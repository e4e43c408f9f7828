import type { CopyName } from './copy-name.ts'

const day = 24 * 60 * 60 * 1000

/** How long copies are kept. */
export const retention = {
  /** Every copy of the last days, as long as they are not too many: a script may import every minute. */
  allDays: 3,
  allAtMost: 20,
  /** The last copy of each local calendar day. */
  dailyDays: 30,
  /** The last copy of each calendar month. */
  monthlyDays: 366,
  /** Copies made before a migration or a restore, and those somebody asked for, mark a turning point. */
  markedDays: 366,
  /** Never fewer than this, however old they are. */
  least: 5,
} as const

/**
 * Which of the kept copies stay; all others may go.
 *
 * The newest of every occasion always stays. The rule looks at nothing but names and clock, so asking twice gives the
 * same answer, and a clock that was set back removes nothing: copies from "the future" count as of today.
 * @param localDate the local calendar date of an instant, `yyyy-mm-dd`
 */
export function copiesToKeep(copies: readonly CopyName[], now: number, localDate: (at: number) => string): Set<string> {
  const newestFirst = copies.toSorted((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1))
  const youngerThan = (days: number) => newestFirst.filter(({ at }) => now - at < days * day)
  const marked = youngerThan(retention.markedDays).filter(({ occasion }) => occasion === 'migration' || occasion === 'restore' || occasion === 'manual')
  return new Set([
    ...newestFirst.slice(0, retention.least),
    ...youngerThan(retention.allDays).slice(0, retention.allAtMost),
    ...firstOfEach(youngerThan(retention.dailyDays), ({ at }) => localDate(at)),
    ...firstOfEach(youngerThan(retention.monthlyDays), ({ at }) => localDate(at).slice(0, 7)),
    ...firstOfEach(newestFirst, ({ occasion }) => occasion),
    ...marked,
  ].map(({ name }) => name))
}

function firstOfEach(copies: readonly CopyName[], group: (copy: CopyName) => string): CopyName[] {
  const seen = new Set<string>()
  return copies.filter((copy) => {
    const key = group(copy)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
