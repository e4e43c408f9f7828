import type { Hundredths } from './scores.ts'

export interface Scoring {
  /** Full points of the item. */
  readonly points: Hundredths
  readonly bonus: boolean
  /** What the register gives; null where people score it. */
  readonly computed: Hundredths | null
  /** What somebody gave; null while nobody has. */
  readonly given: { readonly score: Hundredths; readonly reason: string } | null
}

/** Why a score does not count as done yet. */
export type Lack = 'score' | 'reason-deducted' | 'reason-overridden' | 'reason-bonus'

/** The score that counts: what somebody gave, else what the register gives, else nothing. */
export const standingScore = ({ computed, given }: Pick<Scoring, 'computed' | 'given'>): Hundredths | undefined => given?.score ?? computed ?? undefined

/**
 * What is lacking before a score is done: points taken off need a reason, a computed score that was overridden needs
 * one whichever way it went, and so does every bonus.
 */
export function lackOf({ points, bonus, computed, given }: Scoring): Lack | undefined {
  if (given === null) return computed === null && !bonus ? 'score' : undefined
  if (given.reason.trim() !== '') return undefined
  if (computed !== null) return given.score === computed ? undefined : 'reason-overridden'
  if (bonus) return given.score > 0 ? 'reason-bonus' : undefined
  return given.score < points ? 'reason-deducted' : undefined
}
